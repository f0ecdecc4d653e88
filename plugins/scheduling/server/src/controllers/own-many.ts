import { confirmedPatient, signedInPatient } from '@enamel/access';
import { z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { checkFamily, familyToday } from '../services/booking/family.ts';
import { bookGroup } from '../services/series/book-group.ts';
import { bookSeries } from '../services/series/book-series.ts';
import { cancelMany, moveMany, type Scope } from '../services/series/change-many.ts';
import { previewSeries } from '../services/series/preview-series.ts';
import { groupSlots } from '../services/slots/group-slots.ts';
import { bookingBody, date, documentId, forWhom, idempotencyKey, instant, text } from './input.ts';
import { ownItems, partsOf, repeat } from './many-input.ts';

const params = z.object({ documentId });
const seriesBody = z.intersection(bookingBody, forWhom.extend({ repeat }));

const keyOf = (context: Context, userId: number, body: unknown) => {
  const key = idempotencyKey(context);
  if (key === undefined) return undefined;
  return { actor: `patient:${userId}`, key, fingerprint: JSON.stringify(body) };
};

/** What patients ask of several visits at once: series, services back to back, their family's. */
export const ownMany = ({ strapi }: { strapi: Core.Strapi }) => {
  const change = (scope: Scope) => ({
    cancel: guarded(
      { params, body: z.object({ reason: text(2000).optional() }) },
      async ({ params, body: { reason = null }, context }) => {
        const { documentId: patient } = await signedInPatient(strapi, context);
        const changer = { by: 'patient', patient } as const;
        return { data: await cancelMany(strapi, params.documentId, scope, reason, changer) };
      },
    ),
    reschedule: guarded(
      { params, body: z.object({ start: instant, practitioner: documentId.optional() }) },
      async ({ params, body, context }) => {
        const { documentId: patient } = await signedInPatient(strapi, context);
        const changer = { by: 'patient', patient } as const;
        return { data: await moveMany(strapi, params.documentId, scope, body, changer) };
      },
    ),
  });
  const following = change('following');
  const group = change('group');
  return {
    previewSeries: guarded({ body: seriesBody }, async ({ body, context }) => {
      const { documentId } = await signedInPatient(strapi, context);
      const { patient = documentId, ...wish } = body;
      await checkFamily(strapi, documentId, [patient]);
      return { data: await previewSeries(strapi, { ...wish, patient, by: 'patient' }) };
    }),
    bookSeries: guarded({ body: seriesBody }, async ({ body, context }) => {
      const { documentId, userId } = await confirmedPatient(strapi, context);
      const { patient = documentId, ...wish } = body;
      await checkFamily(strapi, documentId, [patient]);
      const key = keyOf(context, userId, body);
      const order = { ...wish, patient, by: 'patient', status: 'confirmed', key } as const;
      const data = await bookSeries(strapi, order);
      context.status = 201;
      return { data };
    }),
    cancelFollowing: following.cancel,
    moveFollowing: following.reschedule,
    cancelGroup: group.cancel,
    moveGroup: group.reschedule,
    family: guarded({}, async ({ context }) => {
      const { documentId: patient } = await signedInPatient(strapi, context);
      return { data: await familyToday(strapi, strapi.db.connection, patient) };
    }),
    groupSlots: guarded(
      {
        body: z.object({
          items: ownItems,
          location: documentId,
          from: date,
          days: z
            .number('must be a number of days')
            .int('must be a whole number of days')
            .min(1, 'must be from 1 to 31')
            .max(31, 'must be from 1 to 31')
            .default(7),
          together: z.boolean('must be true or false').default(false),
        }),
      },
      async ({ body: { items, ...asked }, context }) => {
        const { documentId: patient } = await signedInPatient(strapi, context);
        const parts = partsOf(items, patient);
        await checkFamily(
          strapi,
          patient,
          parts.map((part) => part.patient),
        );
        const { slots, zone } = await groupSlots(strapi, { ...asked, parts, by: 'patient' });
        return { data: slots, meta: { zone } };
      },
    ),
    bookGroup: guarded(
      {
        body: z.object({
          items: ownItems,
          location: documentId,
          start: instant,
          reason: text(2000).optional(),
        }),
      },
      async ({ body, context }) => {
        const { documentId: patient, userId } = await confirmedPatient(strapi, context);
        const { items, ...asked } = body;
        const parts = partsOf(items, patient);
        await checkFamily(
          strapi,
          patient,
          parts.map((part) => part.patient),
        );
        const key = keyOf(context, userId, body);
        const order = {
          ...asked,
          parts,
          told: patient,
          by: 'patient',
          status: 'confirmed',
        } as const;
        const data = await bookGroup(strapi, { ...order, key });
        context.status = 201;
        return { data };
      },
    ),
  };
};
