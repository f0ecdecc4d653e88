import { signedInPatient } from '@enamel/access';
import { invalid, z } from '@enamel/kernel';
import { clockOf, guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { bookVisit } from '../services/book.ts';
import { cancelVisit, moveVisit } from '../services/change.ts';
import { answerOf, ownBooking, ownBookings } from '../services/own-bookings.ts';
import { freeSlots } from '../services/slots.ts';
import { readCatalogue } from '../store/catalogue.ts';
import { date, dayCount, documentId, holdId, instant, someone, text } from './input.ts';

const language = z.enum(['en', 'ro'], 'must be en or ro').optional();
const params = z.object({ documentId });

const keyOf = (context: Context): string | undefined => {
  const key = context.get('Idempotency-Key');
  if (key.length > 200)
    throw invalid('VALIDATION_FAILED', 'Idempotency-Key: must have at most 200 characters', {
      fields: [{ field: 'Idempotency-Key', message: 'must have at most 200 characters' }],
    });
  return key || undefined;
};

/** A slot, anyone's when it names no practitioner; or a hold, which keeps one. */
const bookingBody = z
  .object({
    hold: holdId.optional(),
    appointmentType: documentId.optional(),
    location: documentId.optional(),
    practitioner: someone,
    start: instant.optional(),
    end: instant.optional(),
    reason: text(2000).optional(),
  })
  .transform(({ hold, appointmentType: type, location, practitioner, start, end, ...rest }, to) => {
    if (hold !== undefined) return { ...rest, hold };
    for (const [field, value] of Object.entries({ appointmentType: type, location, start }))
      if (value === undefined) to.addIssue({ code: 'custom', path: [field], message: 'is needed' });
    if (type === undefined || location === undefined || start === undefined) return z.NEVER;
    return {
      ...rest,
      hold: undefined,
      type,
      location,
      practitioner: practitioner ?? null,
      start,
      expectedEnd: end,
    };
  });

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
        from: date,
        days: dayCount(92).default(7),
      }),
    },
    async ({ query: { practitioner = null, ...query } }) => {
      const { slots, zone } = await freeSlots(strapi, { ...query, practitioner });
      return { data: slots, meta: { zone } };
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
      body: bookingBody,
    },
    async ({ body, context }) => {
      const patient = await signedInPatient(strapi, context);
      const key = keyOf(context);
      const booked = await bookVisit(strapi, {
        ...body,
        patient: patient.documentId,
        by: 'patient',
        status: 'confirmed',
        key:
          key === undefined
            ? undefined
            : {
                actor: `patient:${patient.userId}`,
                key,
                fingerprint: JSON.stringify(body),
              },
      });
      context.status = 201;
      return { data: answerOf(await ownBooking(strapi, patient.documentId, null, booked)) };
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
