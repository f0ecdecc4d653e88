import { confirmedPatient, signedInPatient } from '@enamel/access';
import { z } from '@enamel/kernel';
import { clockOf, guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { book } from '../services/booking/book.ts';
import { cancelVisit, moveVisit } from '../services/booking/change.ts';
import { checkFamily } from '../services/booking/family.ts';
import { answerOfBooked, ownBooking, ownBookings } from '../services/booking/own-bookings.ts';
import { slotsBody } from '../services/slots/slot-answers.ts';
import { usualOfVisitor } from '../services/slots/usual.ts';
import { readCatalogue } from '../store/slots/catalogue.ts';
import {
  bookingBody,
  date,
  dayCount,
  documentId,
  flag,
  forWhom,
  idempotencyKey,
  instant,
  someone,
  text,
} from './input.ts';

const language = z.enum(['en', 'ro'], 'must be en or ro').optional();
const params = z.object({ documentId });

/** What visitors and patients ask of scheduling. */
export const booking = ({ strapi }: { strapi: Core.Strapi }) => ({
  catalogue: guarded({ query: z.object({ language }) }, async ({ query }) => ({
    data: await readCatalogue(strapi.db.connection, query.language ?? null, clockOf(strapi).now()),
  })),
  slots: guarded(
    {
      query: z.object({
        appointmentType: documentId,
        location: documentId,
        practitioner: someone,
        /** One slot for each start, with whoever should take it. */
        anyone: flag.optional(),
        from: date,
        days: dayCount(92).default(7),
      }),
    },
    async ({ query: { practitioner = null, anyone: any = false, ...query }, context }) => {
      const anyone = any && practitioner === null;
      const usual = anyone ? await usualOfVisitor(strapi, context) : null;
      const small = context.acceptsEncodings('gzip', 'identity') === 'gzip';
      const asked = { ...query, practitioner, anyone, usual };
      const { body, compressed } = await slotsBody(strapi, asked, small);
      context.vary('Accept-Encoding');
      if (anyone) context.vary('Authorization');
      if (compressed) context.set('Content-Encoding', 'gzip');
      context.type = 'application/json';
      return body;
    },
  ),
  list: guarded({ query: z.object({ language }) }, async ({ query, context }) => {
    const patient = await signedInPatient(strapi, context);
    return { data: await ownBookings(strapi, patient.documentId, query.language ?? null) };
  }),
  one: guarded({ params, query: z.object({ language }) }, async ({ params, query, context }) => {
    const patient = await signedInPatient(strapi, context);
    const own = await ownBooking(
      strapi,
      patient.documentId,
      query.language ?? null,
      params.documentId,
    );
    return { data: own };
  }),
  // A patient's own booking is confirmed at once: nobody at the desk needs to look at a time that rules allow.
  book: guarded(
    {
      body: z.intersection(bookingBody, forWhom),
    },
    async ({ body, context }) => {
      const patient = await confirmedPatient(strapi, context);
      const whom = body.patient ?? patient.documentId;
      await checkFamily(strapi, patient.documentId, [whom]);
      const key = idempotencyKey(context);
      const booked = await book(strapi, {
        ...body,
        patient: whom,
        by: 'patient',
        status: 'confirmed',
        key: key === undefined ? undefined : { actor: `patient:${patient.userId}`, key },
      });
      context.status = 201;
      return { data: await answerOfBooked(strapi, patient.documentId, 'confirmed', booked) };
    },
  ),
  cancel: guarded(
    { params, body: z.object({ reason: text(2000).optional() }) },
    async ({ params, body: { reason = null }, context }) => {
      const patient = await signedInPatient(strapi, context);
      const changer = { by: 'patient', patient: patient.documentId } as const;
      await cancelVisit(strapi, params.documentId, reason, changer);
      return { data: await ownBooking(strapi, patient.documentId, null, params.documentId) };
    },
  ),
  reschedule: guarded(
    { params, body: z.object({ start: instant, practitioner: documentId.optional() }) },
    async ({ params, body, context }) => {
      const patient = await signedInPatient(strapi, context);
      const changer = { by: 'patient', patient: patient.documentId } as const;
      await moveVisit(strapi, params.documentId, body, changer);
      return { data: await ownBooking(strapi, patient.documentId, null, params.documentId) };
    },
  ),
});
