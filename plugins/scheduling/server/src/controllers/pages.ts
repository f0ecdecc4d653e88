import { homePlace } from '@enamel/access';
import { z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { visitOrders, visitStates } from '../../../shared/visit-list.ts';
import { seatPatient } from '../services/booking/seat.ts';
import { shownAppointment } from '../services/calendar/calendar.ts';
import { daySheetOf, waitingRoomOf } from '../services/calendar/day.ts';
import { visitCsv, visitPage } from '../services/calendar/visit-list.ts';
import { colleagues } from '../store/calendar/people.ts';
import { documentId, sheetDate, text } from './input.ts';

/** A field that a form left empty was not asked for. */
const blank = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const wish = z.object({
  from: blank(sheetDate),
  to: blank(sheetDate),
  search: blank(text(100)),
  patient: blank(documentId),
  practitioner: blank(documentId),
  location: blank(documentId),
  type: blank(documentId),
  state: blank(z.enum(visitStates, `must be one of ${visitStates.join(', ')}`)),
  order: z.enum(visitOrders, `must be one of ${visitOrders.join(', ')}`).default('soonest'),
});

const whole = (most: number) =>
  z.coerce
    .number(`must be a number from 1 to ${most}`)
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(most, `must be at most ${most}`);

/** What the waiting room, the printed day and the list of visits ask of scheduling. */
export const pages = ({ strapi }: { strapi: Core.Strapi }) => ({
  people: guarded({}, async () => ({ data: await colleagues(strapi.db.connection) })),
  waitingRoom: guarded(
    { query: z.object({ location: blank(documentId) }) },
    async ({ query: { location = null } }) => ({
      data: await waitingRoomOf(strapi, location ?? (await homePlace(strapi))),
    }),
  ),
  daySheet: guarded(
    {
      query: z.object({
        date: blank(sheetDate),
        location: blank(documentId),
        who: blank(documentId),
      }),
    },
    async ({ query: { date = null, location = null, who = null } }) => ({
      data: await daySheetOf(strapi, {
        date,
        location: location ?? (await homePlace(strapi)),
        practitioner: who,
      }),
    }),
  ),
  seat: guarded(
    { params: z.object({ documentId }), body: z.object({ chair: blank(documentId) }) },
    async ({ params, body }) => {
      await seatPatient(strapi, params.documentId, body.chair);
      return { data: await shownAppointment(strapi, params.documentId) };
    },
  ),
  visits: guarded(
    {
      query: wish.extend({ page: whole(1_000_000).default(1), pageSize: whole(100).default(25) }),
    },
    ({ query: { page, pageSize, ...rest } }) => visitPage(strapi, rest, { page, pageSize }),
  ),
  visitsCsv: guarded(
    { query: wish.extend({ language: z.enum(['en', 'ro'], 'must be en or ro').default('en') }) },
    async ({ query: { language, ...rest }, context }) => {
      const table = await visitCsv(strapi, rest, language);
      context.type = 'text/csv; charset=utf-8';
      context.attachment('visits.csv');
      return table;
    },
  ),
});
