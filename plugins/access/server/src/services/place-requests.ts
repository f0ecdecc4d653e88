import { randomBytes } from 'node:crypto';
import { record } from '@enamel/audit';
import { conflict, missing } from '@enamel/kernel';
import { clockOf, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { PlaceRequestsAnswer } from '../../../shared/scope.ts';
import { scopePermissions } from '../../../shared/scope-permissions.ts';
import { staffWithPermission } from '../store/notices.ts';
import {
  decidePlaceRequest,
  insertPlaceRequest,
  listPlaceRequests,
  placesToAskFor,
} from '../store/place-requests.ts';
import { notify } from './notices.ts';
import { actingStaff, scopeOf, scopeOfStaff } from './scope.ts';

export const placeRequests = async (
  strapi: Core.Strapi,
  mayDecide: boolean,
): Promise<PlaceRequestsAnswer> => {
  const on = strapi.db.connection;
  const { id } = actingStaff(strapi);
  const scope = await scopeOf(strapi);
  const bound = !scope.everywhere && scope.places !== null;
  const [data, places] = await Promise.all([
    listPlaceRequests(on, id, mayDecide ? scope : null),
    bound ? placesToAskFor(on, id) : [],
  ]);
  return { data, meta: { places, mayDecide } };
};

/** @throws 409 ALREADY_ASKED also for a place where one works */
export const askForPlace = (
  strapi: Core.Strapi,
  { place, reason }: { place: string; reason: string },
): Promise<void> =>
  transaction(strapi, async (trx) => {
    const { id: user, name: by } = actingStaff(strapi);
    const id = `q${randomBytes(12).toString('hex')}`;
    const now = clockOf(strapi).now().toString();
    const name = await insertPlaceRequest(trx, { id, user, place, reason, now });
    if (!name) throw conflict('ALREADY_ASKED', 'You work there, or have asked already.');
    await record(strapi, trx, {
      action: 'access.place-asked',
      subject: 'staff-account',
      subjectId: String(user),
      detail: { place: name },
    });
    const users: number[] = [];
    for (const one of await staffWithPermission(trx, scopePermissions.decide, user)) {
      const scope = await scopeOfStaff(strapi, one);
      if (
        scope.everywhere ||
        !scope.places ||
        scope.places.some(({ documentId }) => documentId === place)
      )
        users.push(one);
    }
    await notify(strapi, trx, { kind: 'place-asked', about: `${by} → ${name}`, users });
  });

/** @throws 404 UNKNOWN_REQUEST also for one's own, for a place out of scope, and when somebody else was quicker */
export const decideOnPlace = (strapi: Core.Strapi, id: string, approved: boolean): Promise<void> =>
  transaction(strapi, async (trx) => {
    const { id: by } = actingStaff(strapi);
    const now = clockOf(strapi).now().toString();
    const settled = await decidePlaceRequest(trx, await scopeOf(strapi), { id, by, approved, now });
    if (!settled) throw missing('UNKNOWN_REQUEST', 'This request is not open any more.');
    const { user, place } = settled;
    await record(strapi, trx, {
      action: approved ? 'access.place-approved' : 'access.place-rejected',
      subject: 'staff-account',
      subjectId: String(user),
      detail: { place },
    });
    const kind = approved ? 'place-approved' : 'place-rejected';
    await notify(strapi, trx, { kind, about: place, users: [user] });
  });
