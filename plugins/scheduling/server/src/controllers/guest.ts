import { guestPerson, verifiedGuest } from '@enamel/access';
import { z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { bookAsGuest } from '../services/booking/book-guest.ts';
import { cancelManaged, managedVisit, moveManaged } from '../services/booking/managed-visit.ts';
import { bookingBody, documentId, idempotencyKey, instant, text } from './input.ts';

const language = z.enum(['en', 'ro'], 'must be en or ro').optional();
const params = z.object({ token: z.string().max(100) });

/** What visitors without an account ask of scheduling. */
export const guest = ({ strapi }: { strapi: Core.Strapi }) => ({
  book: guarded(
    { body: z.object({ booking: bookingBody, patient: guestPerson }) },
    async ({ body: { booking, patient }, context }) => {
      const verified = verifiedGuest(strapi, context);
      const key = idempotencyKey(context);
      const booked = await bookAsGuest(strapi, verified, patient, booking, key);
      context.status = 201;
      return { data: booked };
    },
  ),
  visit: guarded({ params, query: z.object({ language }) }, async ({ params, query }) => ({
    data: await managedVisit(strapi, params.token, query.language ?? null),
  })),
  cancel: guarded(
    { params, body: z.object({ reason: text(2000).optional() }) },
    async ({ params, body: { reason = null } }) => ({
      data: await cancelManaged(strapi, params.token, reason),
    }),
  ),
  reschedule: guarded(
    { params, body: z.object({ start: instant, practitioner: documentId.optional() }) },
    async ({ params, body }) => ({ data: await moveManaged(strapi, params.token, body) }),
  ),
});
