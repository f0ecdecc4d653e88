import { demandFields, homePlace, scopeOf } from '@enamel/access';
import { z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { appointmentStatuses } from '../../../shared/statuses.ts';
import { bookVisit } from '../services/booking/book.ts';
import { changeStatus, moveVisit } from '../services/booking/change.ts';
import { describeVisit } from '../services/booking/describe.ts';
import { takeBack } from '../services/booking/take-back.ts';
import { calendarOf, shownAppointment, todayOf } from '../services/calendar/calendar.ts';
import { monthOf } from '../services/calendar/month.ts';
import { searchPatients } from '../services/calendar/patient-search.ts';
import { nextFree } from '../services/slots/next-free.ts';
import { notesOfCancelled } from '../store/booking/appointments.ts';
import { resources } from '../store/calendar/calendar.ts';
import { dayCount, documentId, duration, instant, sheetDate, staffKey, text } from './input.ts';

const params = z.object({ documentId });
const overbooking = { overbooked: z.boolean().optional(), overbookReason: text(500).optional() };

/** What the panel asks of scheduling. */
export const desk = ({ strapi }: { strapi: Core.Strapi }) => ({
  calendar: guarded(
    {
      query: z.object({
        from: sheetDate.optional(),
        days: dayCount(42).default(1),
        location: documentId.optional(),
      }),
    },
    async ({ query: { from = null, days, location = null } }) => {
      const { rows: _rows, ...data } = await calendarOf(strapi, {
        from,
        days,
        location: location ?? (await homePlace(strapi)),
      });
      return { data };
    },
  ),
  month: guarded(
    {
      query: z.object({
        from: sheetDate,
        days: dayCount(42).default(42),
        location: documentId.optional(),
        practitioner: documentId.optional(),
        chair: documentId.optional(),
        type: documentId.optional(),
        status: z.enum(appointmentStatuses).optional(),
      }),
    },
    async ({ query: { from, days, location = null, ...filter } }) => {
      const { practitioner = null, chair = null, type = null, status = null } = filter;
      const asked = { from, days, location: location ?? (await homePlace(strapi)) };
      return { data: await monthOf(strapi, asked, { practitioner, chair, type, status }) };
    },
  ),
  nextFree: guarded(
    {
      query: z.object({
        appointmentType: documentId,
        location: documentId,
        practitioner: documentId.optional(),
        after: instant.optional(),
      }),
    },
    async ({ query: { appointmentType, location, practitioner = null, after = null } }) => ({
      data: await nextFree(strapi, { type: appointmentType, location, practitioner, after }),
    }),
  ),
  today: guarded(
    { query: z.object({ location: documentId.optional() }) },
    async ({ query: { location = null } }) => ({
      data: await todayOf(strapi, location ?? (await homePlace(strapi))),
    }),
  ),
  resources: guarded({}, async () => ({
    data: await resources(strapi.db.connection, await scopeOf(strapi)),
  })),
  patients: guarded(
    { query: z.object({ q: text(100).default('') }) },
    async ({ query: { q } }) => ({
      data: await searchPatients(strapi, q),
    }),
  ),
  book: guarded(
    {
      body: z.object({
        patient: documentId,
        appointmentType: documentId,
        location: documentId,
        practitioner: documentId,
        start: instant,
        duration: duration.optional(),
        chair: documentId.optional(),
        reason: text(2000).optional(),
        notes: text(5000).optional(),
        instead: documentId.optional(),
        status: z.enum(['pending', 'confirmed']).default('confirmed'),
        ...overbooking,
      }),
    },
    async ({ body: { appointmentType, ...body }, context }) => {
      const { reason, notes } = body;
      demandFields(strapi, 'create', 'appointment', { reason, notes });
      const key = staffKey(strapi, context, { appointmentType, ...body });
      const { instead, ...order } = body;
      const kept = instead && (await notesOfCancelled(strapi.db.connection, instead, body.patient));
      const booked = await bookVisit(strapi, {
        ...order,
        notes: notes ?? kept,
        type: appointmentType,
        by: 'desk',
        key,
      });
      context.status = 201;
      return { data: await shownAppointment(strapi, booked) };
    },
  ),
  change: guarded(
    {
      params,
      body: z.object({
        start: instant.optional(),
        duration: duration.optional(),
        practitioner: documentId.optional(),
        chair: documentId.optional(),
        reason: text(2000).nullable().optional(),
        notes: text(5000).nullable().optional(),
        ...overbooking,
      }),
    },
    async ({ params, body: { reason, notes, ...move } }) => {
      demandFields(strapi, 'update', 'appointment', { reason, notes });
      const moves = Object.values(move).some((value) => value !== undefined);
      if (moves) await moveVisit(strapi, params.documentId, move, { by: 'desk' });
      await describeVisit(strapi, params.documentId, { reason, notes });
      return { data: await shownAppointment(strapi, params.documentId) };
    },
  ),
  status: guarded(
    {
      params,
      body: z.object({ to: z.enum(appointmentStatuses), reason: text(2000).optional() }),
    },
    async ({ params, body: { to, reason = null } }) => {
      await changeStatus(strapi, params.documentId, to, reason);
      return { data: await shownAppointment(strapi, params.documentId) };
    },
  ),
  takeBack: guarded(
    { params, body: z.object({ to: z.enum(appointmentStatuses) }) },
    async ({ params, body: { to } }) => {
      await takeBack(strapi, params.documentId, to);
      return { data: await shownAppointment(strapi, params.documentId) };
    },
  ),
});
