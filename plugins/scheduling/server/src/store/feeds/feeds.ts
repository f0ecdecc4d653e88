import type { Scope } from '@enamel/access';
import { rows, type Transaction } from '@enamel/kernel/server';
import type { FeedKind } from '../../../../shared/feeds.ts';
import type { Runner } from '../runner.ts';
import { ownerInScope } from './feed-scope.ts';

const at = (name: string) => `to_timestamp(cast(:${name} as float8) / 1000.0)`;

export interface NewFeedRow {
  readonly id: string;
  readonly digest: Buffer;
  readonly kind: FeedKind;
  readonly owner: string;
  readonly language: string;
  readonly byKind: 'staff' | 'patient';
  readonly byId: string;
  readonly now: number;
}

export const insertFeed = (trx: Transaction, feed: NewFeedRow) =>
  rows(
    trx,
    `insert into calendar_feeds (id, digest, kind, owner_id, language, made_at, made_by_kind, made_by_id)
     values (:id, :digest, :kind, :owner, :language, ${at('now')}, :byKind, :byId)`,
    { ...feed },
  );

/** Waits until nobody else makes a feed of this owner; held to the end of the transaction. */
export const lockFeedsOf = (trx: Transaction, kind: FeedKind, owner: string) =>
  rows(trx, 'select pg_advisory_xact_lock(hashtextextended(?, 0))', [`feeds:${kind}:${owner}`]);

/** How many of an owner's feeds are in use. The caller holds their lock. */
export const countFeeds = async (trx: Transaction, kind: FeedKind, owner: string) =>
  (
    await rows<{ count: number }>(
      trx,
      'select count(*)::int as count from calendar_feeds where kind = ? and owner_id = ? and revoked_at is null',
      [kind, owner],
    )
  )[0]?.count ?? 0;

/**
 * @param of whose alone it may be; null for everybody's in scope
 * @returns whose it was; undefined when it is unknown, revoked already or not the asker's.
 */
export const revokeFeed = async (
  trx: Transaction,
  id: string,
  of: { readonly kind: FeedKind; readonly owner: string } | null,
  scope: Scope,
  now: number,
) =>
  (
    await rows<{ kind: FeedKind; owner: string }>(
      trx,
      `update calendar_feeds set revoked_at = ${at('now')}
       where id = :id and revoked_at is null
         and ${of ? 'kind = :kind and owner_id = :owner' : ownerInScope(scope, 'calendar_feeds.kind', 'calendar_feeds.owner_id')}
       returning kind, owner_id as owner`,
      { id, now, ...of },
    )
  )[0];

const ownCalendar = `f.kind = 'practitioner' and exists (
  select from practitioners_staff_user_lnk s join practitioners own on own.id = s.practitioner_id
  where s.user_id::text = f.made_by_id and own.document_id = f.owner_id)`;

export interface OpenFeed {
  readonly id: string;
  readonly kind: FeedKind;
  readonly owner: string;
  readonly language: string;
  readonly ownerName: string;
  readonly clinic: string;
  /** Numeric id of the member of staff who made it; null for a patient's own, and for the maker's own calendar. */
  readonly sharedBy: number | null;
}

/**
 * The feed of a secret, while it may be read: not revoked, its owner still with the clinic, and whoever made it still
 * allowed to make some. Whether they still may know of this owner is their scope's to tell.
 */
export const openFeed = async (on: Runner, digest: Buffer): Promise<OpenFeed | undefined> =>
  (
    await rows<OpenFeed>(
      on,
      `select f.id, f.kind, f.owner_id as owner, f.language, o.name as "ownerName",
         case when f.made_by_kind = 'staff' and not (${ownCalendar}) then f.made_by_id::int end as "sharedBy",
         coalesce((select name from clinics order by id limit 1), '') as clinic
       from calendar_feeds f
       cross join lateral (
         select full_name as name from practitioners
           where f.kind = 'practitioner' and document_id = f.owner_id and active is not false
         union all select name from locations
           where f.kind = 'location' and document_id = f.owner_id and active is not false
         union all select p.full_name from patients p
           join patients_account_lnk l on l.patient_id = p.id join up_users u on u.id = l.user_id
           where f.kind = 'patient' and p.document_id = f.owner_id and u.id::text = f.made_by_id
             and u.blocked is not true
       ) o
       where f.digest = ? and f.revoked_at is null and (f.made_by_kind = 'patient' or exists (
         select from admin_users u
         join admin_users_roles_lnk ur on ur.user_id = u.id
         join admin_permissions_role_lnk pr on pr.role_id = ur.role_id
         join admin_permissions p on p.id = pr.permission_id
         where u.id::text = f.made_by_id and u.is_active and u.blocked is not true
           and (p.action = 'plugin::scheduling.feeds.manage' or (
             p.action = 'plugin::scheduling.feeds.own' and ${ownCalendar}))))`,
      [digest],
    )
  )[0];

/**
 * Notes that a feed was read, and what it was. An hour's unchanged reading is told once.
 * @returns since when it is as it is, and whether the trail should hear of it
 */
export const noteFetch = async (trx: Transaction, id: string, etag: string, now: number) =>
  (
    await rows<{ changedAt: number; tell: boolean }>(
      trx,
      `with before as (select id, etag, told_at from calendar_feeds where id = :id for update)
       update calendar_feeds f set fetched_at = ${at('now')}, etag = :etag,
         changed_at = case when before.etag = :etag then f.changed_at else ${at('now')} end,
         told_at = case when before.etag = :etag and before.told_at > ${at('now')} - interval '1 hour'
           then f.told_at else ${at('now')} end
       from before where f.id = before.id
       returning (extract(epoch from f.changed_at) * 1000)::float8 as "changedAt",
         f.told_at = ${at('now')} as tell`,
      { id, etag, now },
    )
  )[0];
