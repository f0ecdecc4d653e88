import type { Scope } from '@enamel/access';
import { rows } from '@enamel/kernel/server';
import type { Feed, FeedKind, StaffFeed, StaffFeedsAnswer } from '../../../../shared/feeds.ts';
import type { Runner } from '../runner.ts';
import { ownerInScope } from './feed-scope.ts';

const utc = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const feed = `f.id, ${utc('f.made_at')} as "madeAt", ${utc('f.fetched_at')} as "fetchedAt"`;

/** A patient's own feeds in use, the newest first. */
export const ownFeeds = (on: Runner, patient: string): Promise<Feed[]> =>
  rows<Feed>(
    on,
    `select ${feed} from calendar_feeds f
     where kind = 'patient' and owner_id = ? and revoked_at is null order by f.made_at desc, f.id`,
    [patient],
  );

const owner = `case f.kind
  when 'practitioner' then (select full_name from practitioners where document_id = f.owner_id)
  when 'location' then (select name from locations where document_id = f.owner_id)
  else (select full_name from patients where document_id = f.owner_id) end`;

export interface FeedListQuery {
  readonly kind: FeedKind | null;
  /** Only this practitioner's; null for everybody's. */
  readonly practitioner: string | null;
  readonly page: number;
  readonly pageSize: number;
  readonly scope: Scope;
}

/** Feeds in use, the newest first. */
export const listFeeds = async (
  on: Runner,
  { kind, practitioner, page, pageSize, scope }: FeedListQuery,
): Promise<{ data: StaffFeed[]; total: number }> => {
  const found = await rows<StaffFeed & { total: number }>(
    on,
    `select ${feed}, f.kind, json_build_object('documentId', f.owner_id, 'name', coalesce(${owner}, '')) as owner,
       case when f.made_by_kind = 'staff' then (select nullif(concat_ws(' ', u.firstname, u.lastname), '')
         from admin_users u where u.id::text = f.made_by_id) end as "madeBy",
       count(*) over ()::int as total
     from calendar_feeds f
     where f.revoked_at is null and (cast(:kind as text) is null or f.kind = :kind)
       and ${practitioner ? `f.kind = 'practitioner' and f.owner_id = :practitioner` : ownerInScope(scope, 'f.kind', 'f.owner_id')}
     order by f.made_at desc, f.id limit :pageSize offset :offset`,
    { kind, practitioner, pageSize, offset: (page - 1) * pageSize },
  );
  return { data: found.map(({ total: _total, ...one }) => one), total: found[0]?.total ?? 0 };
};

type Owner = StaffFeedsAnswer['meta']['owners'][number];

/** Practitioners and locations that work here, or one practitioner. */
export const feedOwners = (
  on: Runner,
  practitioner: string | null,
  scope: Scope,
): Promise<Owner[]> =>
  rows<Owner>(
    on,
    `select * from (select 'practitioner' as kind, document_id as "documentId", full_name as name from practitioners
     where active is not false and (cast(:practitioner as text) is null or document_id = :practitioner)
     union all select 'location', document_id, name from locations
     where active is not false and cast(:practitioner as text) is null) owners
     where cast(:practitioner as text) is not null or ${ownerInScope(scope, 'kind', '"documentId"')}
     order by 1 desc, 3`,
    { practitioner },
  );
