import { z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import {
  openingOrder,
  patientParams,
  placeDecision,
  placeShare,
  placesOfStaff,
  placeWish,
  scopeIdParams,
  staffIdParams,
} from '../../../shared/scope.ts';
import { scopePermissions } from '../../../shared/scope-permissions.ts';
import { closeRecord, noticeOpening, openingsPage, openRecord } from '../services/openings.ts';
import { askForPlace, decideOnPlace, placeRequests } from '../services/place-requests.ts';
import { knownAt, sharePatient } from '../services/shares.ts';
import { assignPlaces, staffPlaces } from '../services/staff-places.ts';

const listed = z.object({
  unseen: z.enum(['true', 'false'], 'must be true or false').default('false'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
});

const may = (context: Context, action: string): boolean =>
  (context.state.userAbility as { can(action: string): boolean }).can(action);

/** What staff may know: records opened in an emergency, requests for places, and who works where. */
export const scope = ({ strapi }: { strapi: Core.Strapi }) => ({
  openings: guarded({ query: listed }, ({ query: { unseen, ...page }, context }) =>
    openingsPage(strapi, {
      ...page,
      unseen: unseen === 'true',
      all: may(context, scopePermissions.watch),
    }),
  ),
  open: guarded({ body: openingOrder }, async ({ body, context }) => {
    const data = await openRecord(strapi, body);
    context.status = 201;
    return { data };
  }),
  close: guarded({ params: scopeIdParams }, async ({ params, context }) => {
    await closeRecord(strapi, params.id, may(context, scopePermissions.watch));
    return { data: null };
  }),
  seen: guarded({ params: scopeIdParams }, async ({ params }) => {
    await noticeOpening(strapi, params.id);
    return { data: null };
  }),
  requests: guarded({}, ({ context }) =>
    placeRequests(strapi, may(context, scopePermissions.decide)),
  ),
  ask: guarded({ body: placeWish }, async ({ body, context }) => {
    await askForPlace(strapi, body);
    context.status = 201;
    return { data: null };
  }),
  decide: guarded({ params: scopeIdParams, body: placeDecision }, async ({ params, body }) => {
    await decideOnPlace(strapi, params.id, body.approved);
    return { data: null };
  }),
  knownAt: guarded({ params: patientParams }, async ({ params }) => ({
    data: await knownAt(strapi, params.documentId),
  })),
  share: guarded({ params: patientParams, body: placeShare }, async ({ params, body }) => {
    await sharePatient(strapi, params.documentId, body);
    return { data: null };
  }),
  staff: guarded({}, () => staffPlaces(strapi)),
  assign: guarded({ params: staffIdParams, body: placesOfStaff }, async ({ params, body }) => {
    await assignPlaces(strapi, params.id, body);
    return { data: null };
  }),
});
