import { rows, type Transaction } from '@enamel/kernel/server';
import type { PlaceRequest } from '../../../shared/scope.ts';
import type { Scope } from '../domain/scope.ts';
import { placeInScope } from './scope.ts';

type Connection = Parameters<typeof rows>[0];

const utc = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** One's own, and with a scope those of others for its places; open ones first, the newest first, at most a hundred. */
export const listPlaceRequests = async (
  on: Connection,
  user: number,
  deciding: Scope | null,
): Promise<PlaceRequest[]> => {
  const found = await rows<Omit<PlaceRequest, 'place'> & { place: string; placeName: string }>(
    on,
    `select q.id, concat_ws(' ', u.firstname, u.lastname) as by, q.user_id = :user as own,
       l.document_id as place, l.name as "placeName", q.reason, ${utc('q.asked_at')} as "askedAt", q.state,
       nullif(concat_ws(' ', d.firstname, d.lastname), '') as "decidedBy", ${utc('q.decided_at')} as "decidedAt"
     from place_requests q join admin_users u on u.id = q.user_id join locations l on l.id = q.location_id
     left join admin_users d on d.id = q.decided_by
     where q.user_id = :user or ${deciding ? placeInScope(deciding, 'l.id') : 'false'}
     order by q.state = 'open' desc, q.asked_at desc, q.id limit 100`,
    { user },
  );
  return found.map(({ place, placeName, ...request }) => ({
    ...request,
    place: { documentId: place, name: placeName },
  }));
};

/** Places where somebody does not work yet and has not asked to. */
export const placesToAskFor = (on: Connection, user: number) =>
  rows<{ documentId: string; name: string }>(
    on,
    `select l.document_id as "documentId", l.name from locations l
     where l.active and not exists (select from staff_places s where s.user_id = :user
         and (s.location_id is null or s.location_id = l.id))
       and not exists (select from place_requests q where q.user_id = :user and q.location_id = l.id and q.state = 'open')
     order by l.position, l.id`,
    { user },
  );

/** @returns the name of the place; undefined when it cannot be asked for */
export const insertPlaceRequest = async (
  trx: Transaction,
  wish: { id: string; user: number; place: string; reason: string; now: string },
): Promise<string | undefined> => {
  const [made] = await rows<{ name: string }>(
    trx,
    `with place as (
       select l.id, l.name from locations l where l.document_id = :place and l.active
         and not exists (select from staff_places s where s.user_id = :user
           and (s.location_id is null or s.location_id = l.id))),
     made as (
       insert into place_requests (id, user_id, location_id, reason, asked_at)
       select :id, :user, place.id, :reason, :now from place
       on conflict (user_id, location_id) where state = 'open' do nothing returning location_id)
     select place.name from place join made on made.location_id = place.id`,
    wish,
  );
  return made?.name;
};

/** Settles an open request of somebody else for a place in scope; who is let in works there from now on. */
export const decidePlaceRequest = async (
  trx: Transaction,
  scope: Scope,
  decision: { id: string; by: number; approved: boolean; now: string },
): Promise<{ user: number; place: string } | undefined> => {
  const [settled] = await rows<{ user: number; place: string }>(
    trx,
    `with settled as (
       update place_requests q set state = case when :approved then 'approved' else 'rejected' end,
         decided_at = :now, decided_by = :by
       from locations l
       where q.id = :id and q.state = 'open' and q.user_id <> :by and l.id = q.location_id
         and ${placeInScope(scope, 'l.id')}
       returning q.user_id, q.location_id, l.name),
     let_in as (
       insert into staff_places (user_id, location_id) select user_id, location_id from settled where :approved
       on conflict do nothing)
     select user_id as "user", name as place from settled`,
    decision,
  );
  return settled;
};
