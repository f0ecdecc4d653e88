import { z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { offerMinutes, waitStatuses } from '../../../shared/wait-list.ts';
import { shownAppointment } from '../services/calendar/calendar.ts';
import { withdrawOffer } from '../services/wait-list/answer-offer.ts';
import { freeGaps, gapWithCandidates, leaveGap } from '../services/wait-list/gaps.ts';
import { changeEntry, joinWaitList, leaveWaitList } from '../services/wait-list/wait-list.ts';
import { bookEntry, makeOffer, timesFor } from '../services/wait-list/wait-list-desk.ts';
import { changeOfferSettings } from '../services/wait-list/wait-list-settings.ts';
import {
  type ListWish,
  shownEntry,
  waitListCsv,
  waitListPage,
} from '../services/wait-list/wait-list-view.ts';
import { documentId, instant, text } from './input.ts';
import { named, target, whole, wishes } from './wait-list-input.ts';

const params = z.object({ documentId });
const gapParams = z.object({ id: whole(1, 2_147_483_647, 0) });
const chosen = z.preprocess((value) => value || undefined, documentId.optional());
const desk = { by: 'desk' } as const;

const asked = z.object({
  status: z.enum(['live', 'all', ...waitStatuses], 'is not a state').default('live'),
  location: chosen,
  appointmentType: chosen,
  practitioner: chosen,
  urgent: z.enum(['true', 'false'], 'must be true or false').optional(),
  search: text(100).optional(),
});

const filterOf = (query: z.infer<typeof asked>): ListWish => {
  const {
    status,
    location = null,
    appointmentType = null,
    practitioner = null,
    urgent,
    search,
  } = query;
  return {
    status: status === 'all' ? null : status,
    type: appointmentType,
    location,
    practitioner,
    urgent: urgent === undefined ? null : urgent === 'true',
    search: search || null,
  };
};

/** What the panel asks of the wait list and of freed times. */
export const waitList = ({ strapi }: { strapi: Core.Strapi }) => ({
  list: guarded(
    { query: asked.extend({ page: whole(1, 10_000, 1), pageSize: whole(1, 100, 20) }) },
    ({ query: { page, pageSize, ...query } }) =>
      waitListPage(strapi, { ...filterOf(query), page, pageSize }),
  ),
  csv: guarded(
    { query: asked.extend({ language: z.enum(['en', 'ro'], 'must be en or ro').default('en') }) },
    async ({ query: { language, ...query }, context }) => {
      const table = await waitListCsv(strapi, filterOf(query), language);
      context.type = 'text/csv; charset=utf-8';
      context.attachment('wait-list.csv');
      return table;
    },
  ),
  settings: guarded(
    {
      body: z.object({
        automatic: z.boolean('must be true or false'),
        minutes: z
          .number('must be a number of minutes')
          .int('must be a whole number of minutes')
          .min(offerMinutes.least, `must be at least ${offerMinutes.least} minutes`)
          .max(offerMinutes.most, `must be at most ${offerMinutes.most} minutes`),
      }),
    },
    async ({ body }) => ({ data: await changeOfferSettings(strapi, body) }),
  ),
  add: guarded(
    {
      body: z
        .object({ ...wishes, ...target, patient: documentId, urgent: z.boolean().default(false) })
        .superRefine(named),
    },
    async ({ body: { appointmentType = '', location = '', ...body }, context }) => {
      const made = await joinWaitList(strapi, { ...body, appointmentType, location }, desk);
      context.status = 201;
      return { data: await shownEntry(strapi, made) };
    },
  ),
  change: guarded(
    { params, body: z.object({ ...wishes, urgent: z.boolean().default(false) }) },
    async ({ params, body }) => {
      await changeEntry(strapi, params.documentId, body, desk);
      return { data: await shownEntry(strapi, params.documentId) };
    },
  ),
  close: guarded({ params }, async ({ params }) => {
    await leaveWaitList(strapi, params.documentId, desk);
    return { data: await shownEntry(strapi, params.documentId) };
  }),
  times: guarded(
    { params, query: z.object({ days: whole(1, 92, 28) }) },
    async ({ params, query }) => ({
      data: await timesFor(strapi, params.documentId, query.days),
    }),
  ),
  book: guarded(
    { params, body: z.object({ practitioner: documentId, start: instant }) },
    async ({ params, body, context }) => {
      const booked = await bookEntry(strapi, params.documentId, body);
      context.status = 201;
      return { data: await shownAppointment(strapi, booked) };
    },
  ),
  offer: guarded(
    {
      body: z.object({
        entry: documentId.optional(),
        patient: documentId.optional(),
        appointmentType: documentId.optional(),
        location: documentId.optional(),
        source: z
          .string()
          .regex(/^[a-z][a-z-]{1,40}$/, 'is not a source')
          .optional(),
        practitioner: documentId,
        start: instant,
        gap: z.number().int('must be the number of a gap').positive().optional(),
        thenNext: z.boolean('must be true or false').default(false),
      }),
    },
    async ({ body, context }) => {
      const data = await makeOffer(strapi, body);
      context.status = 201;
      return { data };
    },
  ),
  withdraw: guarded({ params }, async ({ params }) => {
    await withdrawOffer(strapi, params.documentId);
    return { data: null };
  }),
  gaps: guarded(
    { query: z.object({ location: chosen, appointment: chosen }) },
    async ({ query: { location = null, appointment = null } }) => ({
      data: await freeGaps(strapi, { location, appointment }),
    }),
  ),
  gap: guarded({ params: gapParams }, async ({ params }) => ({
    data: await gapWithCandidates(strapi, params.id),
  })),
  dismiss: guarded({ params: gapParams }, async ({ params }) => {
    await leaveGap(strapi, params.id);
    return { data: null };
  }),
});
