import { rows, type Transaction } from '@enamel/kernel/server';
import type { Seen } from '../patient-search.ts';
import type { Entry } from './journal.ts';

type Runner = Parameters<typeof rows>[0];

export interface MergeRow {
  readonly id: string;
  readonly winner: string;
  readonly loser: string;
  readonly mergedAt: string;
  readonly mergedBy: string | null;
  readonly undoUntil: string;
  readonly undone: boolean;
  readonly journal: readonly Entry[] | null;
}

const parsed = <T>(value: T | string): T => (typeof value === 'string' ? JSON.parse(value) : value);

/** Nobody else books for, merges or erases these patients until the transaction ends. */
export const lockPatients = async (
  trx: Transaction,
  documentIds: readonly string[],
): Promise<{ id: number; documentId: string; archived: boolean }[]> => {
  await rows(
    trx,
    `select pg_advisory_xact_lock(key) from (
       select distinct hashtextextended('patient:' || id, 0) as key
       from unnest(cast(:ids as text[])) id order by key) keys`,
    { ids: [...documentIds] },
  );
  return rows(
    trx,
    `select id, document_id as "documentId", coalesce(archived, false) as archived from patients
     where document_id = any (cast(:ids as text[])) order by id for update`,
    { ids: [...documentIds] },
  );
};

/** Times to come at which both have a visit: epoch milliseconds. */
export const clashes = async (
  on: Runner,
  one: string,
  other: string,
  now: string,
): Promise<number[]> =>
  (
    await rows<{ at: number }>(
      on,
      `select distinct (extract(epoch from lower(a.during * b.during)) * 1000)::float8 as at
       from time_claims a join time_claims b on b.resource_kind = 'patient' and b.resource_id = :other
         and b.during && a.during
       where a.resource_kind = 'patient' and a.resource_id = :one and upper(a.during * b.during) > cast(:now as timestamptz)
         and coalesce(a.expires_at > cast(:now as timestamptz), true) and coalesce(b.expires_at > cast(:now as timestamptz), true)
       order by 1 limit 5`,
      { one, other, now },
    )
  ).map(({ at }) => at);

/** Claims of one that lie over claims of the other, and are over. */
export const pastClashes = async (on: Runner, one: string, other: string): Promise<number[]> =>
  (
    await rows<{ id: string }>(
      on,
      `select a.id from time_claims a
       where a.resource_kind = 'patient' and a.resource_id = :one and not a.overbooked and exists (
         select from time_claims b where b.resource_kind = 'patient' and b.resource_id = :other and b.during && a.during)`,
      { one, other },
    )
  ).map(({ id }) => Number(id));

/** Offers of both in one chain: the same time cannot be offered to one person twice. */
export const offersInOneChain = `exists (select from wait_list_offers o
  where o.patient_id = :to and o.chain_id = t.chain_id and o.appointment_type_id = t.appointment_type_id)`;

/** Rows of which a patient has one for each place and source. */
export const knownThere = `exists (select from patient_locations k
  where k.patient_id = :to and k.location_id = t.location_id and k.source = t.source)`;

/** Places where a patient is known. */
export const placesOf = async (on: Runner, patients: readonly number[]): Promise<number[]> =>
  (
    await rows<{ id: number }>(
      on,
      `select distinct location_id as id from patient_locations
       where patient_id = any (cast(:patients as integer[])) order by 1`,
      { patients: [...patients] },
    )
  ).map(({ id }) => id);

/** Tells at once, and not at commit, where patients are known by the visits and the waiting that were moved. */
export const settlePlaces = async (on: Runner): Promise<void> => {
  await rows(
    on,
    `set constraints patient_known_by_visit, place_known_by_visit,
       patient_known_by_waiting, place_known_by_waiting immediate`,
  );
};

/** How many rows of each table are a patient's. */
export const countRows = async (
  on: Runner,
  references: readonly { table: string; column: string; by: 'id' | 'documentId'; where?: string }[],
  patient: { readonly id: number; readonly documentId: string },
): Promise<Record<string, number>> => {
  const counts = references.map(
    ({ table, column, by, where = 'true' }) =>
      `select '${table}' as "table", count(*)::int as count from ${table} t
       where t."${column}" = ${by === 'id' ? ':id' : ':documentId'} and ${where}`,
  );
  const found = await rows<{ table: string; count: number }>(
    on,
    `select "table", sum(count)::int as count from (${counts.join(' union all ')}) c group by 1 having sum(count) > 0`,
    { id: patient.id, documentId: patient.documentId },
  );
  return Object.fromEntries(found.map(({ table, count }) => [table, count]));
};

export const keepMerge = async (
  trx: Transaction,
  merge: {
    readonly id: string;
    readonly winner: string;
    readonly loser: string;
    readonly at: string;
    readonly by: string;
    readonly undoUntil: string;
    readonly journal: readonly Entry[];
  },
): Promise<void> => {
  await rows(
    trx,
    `insert into patient_merges (id, winner_id, loser_id, merged_at, merged_by, undo_until, journal)
     values (:id, :winner, :loser, :at, :by, :undoUntil, cast(:journal as jsonb))`,
    { ...merge, journal: JSON.stringify(merge.journal) },
  );
};

const columns = `m.id, m.winner_id as winner, m.loser_id as loser, m.merged_at as "mergedAt",
  (select concat_ws(' ', u.firstname, u.lastname) from admin_users u where u.id::text = m.merged_by) as "mergedBy",
  m.undo_until as "undoUntil", m.undone_at is not null as undone`;

export const lockMerge = async (trx: Transaction, id: string): Promise<MergeRow | undefined> => {
  const [found] = await rows<MergeRow & { journal: Entry[] | string | null }>(
    trx,
    `select ${columns}, m.journal from patient_merges m where m.id = :id for update`,
    { id },
  );
  return found && { ...found, journal: parsed(found.journal) };
};

/** Whether a record has become part of another since. */
export const isMerged = async (on: Runner, documentId: string): Promise<boolean> =>
  (
    await rows(on, 'select from patient_merges where loser_id = ? and undone_at is null limit 1', [
      documentId,
    ])
  ).length > 0;

export const markUndone = async (trx: Transaction, id: string, at: string): Promise<void> => {
  await rows(trx, 'update patient_merges set undone_at = :at, journal = null where id = :id', {
    id,
    at,
  });
};

/** What changed is personal data: it is forgotten when nothing can be undone with it any more. */
export const forgetJournals = async (on: Runner, now: string): Promise<void> => {
  await rows(
    on,
    'update patient_merges set journal = null where journal is not null and undo_until < :now',
    { now },
  );
};

export interface RecentMerge extends Omit<MergeRow, 'journal'> {
  readonly name: string;
}

/** Merges that can still be undone, the latest first. */
export const recentMerges = (on: Runner, now: string, seen: Seen): Promise<RecentMerge[]> =>
  rows(
    on,
    `select ${columns}, concat_ws(' ', p.first_name, p.last_name) as name
     from patient_merges m join patients p on p.document_id = m.winner_id
     where m.undone_at is null and m.journal is not null and m.undo_until > cast(:now as timestamptz) and ${seen('p.id')}
     order by m.merged_at desc limit 50`,
    { now },
  );

/** The id under which a patient's record is kept today. */
export const patientToday = async (on: Runner, documentId: string): Promise<string> =>
  (await rows<{ id: string }>(on, 'select patient_today(?) as id', [documentId]))[0]?.id ??
  documentId;

/** All ids under which a patient is or was known. */
export const patientIds = async (on: Runner, documentId: string): Promise<string[]> =>
  (await rows<{ ids: string[] }>(on, 'select patient_ids(?) as ids', [documentId]))[0]?.ids ?? [
    documentId,
  ];
