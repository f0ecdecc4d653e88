import { rows, type Transaction } from '@enamel/kernel/server';
import type { Opening } from '../../../shared/scope.ts';
import type { Scope } from '../domain/scope.ts';
import { patientInScope } from './scope.ts';

type Connection = Parameters<typeof rows>[0];

export interface Sought {
  readonly id: number;
  readonly documentId: string;
  readonly inScope: boolean;
}

const fold = (text: string) => `regexp_replace(lower(unaccent(${text})), '\\s+', ' ', 'g')`;

/** Patients of exactly this name, in either order, and birth date, or of this number; never more than two. */
export const seekPatients = (
  on: Connection,
  scope: Scope,
  who: { name: string | null; dateOfBirth: string | null; record: string | null },
): Promise<Sought[]> =>
  rows<Sought>(
    on,
    `select p.id, p.document_id as "documentId", ${patientInScope(scope, 'p.id')} as "inScope" from patients p
     where p.archived is not true and (p.document_id = :record or (p.date_of_birth = cast(:dateOfBirth as date)
       and ${fold(':name')} in (${fold("concat_ws(' ', trim(p.first_name), trim(p.last_name))")},
         ${fold("concat_ws(' ', trim(p.last_name), trim(p.first_name))")})))
     limit 2`,
    { ...who },
  );

export const insertOpening = async (
  trx: Transaction,
  opening: {
    id: string;
    user: number;
    patient: number;
    reason: string;
    now: string;
    endsAt: string;
  },
): Promise<void> => {
  await rows(
    trx,
    `insert into opened_records (id, user_id, patient_id, reason, opened_at, ends_at)
     values (:id, :user, :patient, :reason, :now, :endsAt)`,
    opening,
  );
};

const utc = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** Newest first. @param whose one person's, by numeric id; null for everybody's */
export const listOpenings = async (
  on: Connection,
  query: {
    user: number;
    whose: number | null;
    unseen: boolean;
    now: string;
    limit: number;
    offset: number;
  },
): Promise<{ data: Opening[]; total: number }> => {
  const found = await rows<
    Omit<Opening, 'patient'> & { patient: string; patientName: string; total: number }
  >(
    on,
    `select o.id, concat_ws(' ', u.firstname, u.lastname) as by, o.user_id = :user as own,
       p.document_id as patient, concat_ws(' ', p.first_name, p.last_name) as "patientName", o.reason,
       ${utc('o.opened_at')} as "openedAt", ${utc('o.ends_at')} as "endsAt", o.ends_at > :now as open,
       o.seen_at is not null as seen, count(*) over ()::int as total
     from opened_records o join admin_users u on u.id = o.user_id join patients p on p.id = o.patient_id
     where (cast(:whose as integer) is null or o.user_id = :whose) and (not :unseen or o.seen_at is null)
     order by o.opened_at desc, o.id limit :limit offset :offset`,
    query,
  );
  return {
    data: found.map(({ patient, patientName, total: _total, ...opening }) => ({
      ...opening,
      patient: { documentId: patient, name: patientName },
    })),
    total: found[0]?.total ?? 0,
  };
};

/** @returns the patient of the opening that ended; undefined when none was open, or not theirs */
export const endOpening = async (
  trx: Transaction,
  ending: { id: string; whose: number | null; now: string },
): Promise<string | undefined> => {
  const [ended] = await rows<{ patient: string }>(
    trx,
    `update opened_records o set ends_at = :now from patients p
     where o.id = :id and p.id = o.patient_id and o.ends_at > :now
       and (cast(:whose as integer) is null or o.user_id = :whose) returning p.document_id as patient`,
    ending,
  );
  return ended?.patient;
};

export const markSeen = async (on: Connection, id: string, now: string): Promise<boolean> =>
  (
    await rows(
      on,
      'update opened_records set seen_at = coalesce(seen_at, :now) where id = :id returning 1',
      { id, now },
    )
  ).length > 0;

/** Somebody's newest openings of patients, by numeric ids, to be looked at once more. */
export const keptOpenings = (
  trx: Transaction,
  user: number,
  patients: readonly number[],
): Promise<{ id: string; patient: string }[]> =>
  rows(
    trx,
    `update opened_records o set seen_at = null from patients p
     where p.id = o.patient_id and o.id in (select distinct on (patient_id) id from opened_records
       where user_id = :user and patient_id = any (:patients) order by patient_id, opened_at desc)
     returning o.id, p.document_id as patient`,
    { user, patients: [...patients] },
  );

/** Waits until nobody else seeks a record in this person's name; held to the end of the transaction. */
export const lockSeeking = (trx: Transaction, user: number) =>
  rows(trx, 'select pg_advisory_xact_lock(hashtextextended(?, 221))', [String(user)]);

/** How often somebody sought a record within the last hour, found or not. */
export const countSought = async (on: Connection, user: number, since: string): Promise<number> => {
  const [found] = await rows<{ count: number }>(
    on,
    `select count(*)::int as count from audit_entries
     where at > :since and actor_kind = 'staff' and actor_id = :user and action like 'access.record-%'`,
    { user: String(user), since },
  );
  return found?.count ?? 0;
};
