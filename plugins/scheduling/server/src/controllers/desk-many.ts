import { z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { bookGroup } from '../services/series/book-group.ts';
import { bookSeries } from '../services/series/book-series.ts';
import { cancelMany, moveMany } from '../services/series/change-many.ts';
import { kinOfVisit } from '../services/series/kin.ts';
import { previewSeries } from '../services/series/preview-series.ts';
import { groupSlots } from '../services/slots/group-slots.ts';
import { documentId, duration, instant, sheetDate, staffKey, text } from './input.ts';
import { deskItems, partsOf, repeat } from './many-input.ts';

const scope = z.enum(['following', 'group'], 'must be following or group');
const params = z.object({ documentId, scope });
const slot = z.object({
  patient: documentId,
  appointmentType: documentId,
  location: documentId,
  practitioner: documentId,
  start: instant,
  duration: duration.optional(),
  chair: documentId.optional(),
  repeat,
});
const status = z.enum(['pending', 'confirmed'], 'must be pending or confirmed');
const seriesBody = slot.extend({
  reason: text(2000).optional(),
  notes: text(5000).optional(),
  status: status.default('confirmed'),
});

/** What the panel asks of several visits at once. */
export const deskMany = ({ strapi }: { strapi: Core.Strapi }) => {
  const by = 'desk' as const;
  return {
    kin: guarded({ params: z.object({ documentId }) }, async ({ params }) => ({
      data: await kinOfVisit(strapi, params.documentId),
    })),
    previewSeries: guarded(
      { body: slot },
      async ({ body: { appointmentType: type, ...body } }) => ({
        data: await previewSeries(strapi, { ...body, type, by }),
      }),
    ),
    bookSeries: guarded({ body: seriesBody }, async ({ body, context }) => {
      const { appointmentType: type, ...wanted } = body;
      const key = staffKey(strapi, context, body);
      const data = await bookSeries(strapi, { ...wanted, type, by, key });
      context.status = 201;
      return { data };
    }),
    move: guarded(
      {
        params,
        body: z
          .object({ start: instant.optional(), practitioner: documentId.optional() })
          .refine(({ start, practitioner }) => start !== undefined || practitioner !== undefined, {
            error: 'is needed, or a practitioner',
            path: ['start'],
          }),
      },
      async ({ params, body }) => ({
        data: await moveMany(strapi, params.documentId, params.scope, body, { by }),
      }),
    ),
    cancel: guarded(
      { params, body: z.object({ reason: text(2000).optional() }) },
      async ({ params, body: { reason = null } }) => ({
        data: await cancelMany(strapi, params.documentId, params.scope, reason, { by }),
      }),
    ),
    groupSlots: guarded(
      {
        body: z.object({
          items: deskItems,
          location: documentId,
          from: sheetDate,
          together: z.boolean('must be true or false').default(false),
        }),
      },
      async ({ body: { items, ...asked } }) => {
        const parts = partsOf(items, '');
        const { slots, zone } = await groupSlots(strapi, { ...asked, parts, days: 14, by });
        return { data: slots, meta: { zone } };
      },
    ),
    bookGroup: guarded(
      {
        body: z.object({
          items: deskItems,
          location: documentId,
          start: instant,
          reason: text(2000).optional(),
          status: status.default('confirmed'),
        }),
      },
      async ({ body, context }) => {
        const { items, ...wanted } = body;
        const parts = partsOf(items, '');
        const told = parts[0]?.patient ?? '';
        const key = staffKey(strapi, context, body);
        const data = await bookGroup(strapi, { ...wanted, parts, told, by, key });
        context.status = 201;
        return { data };
      },
    ),
  };
};
