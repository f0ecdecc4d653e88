import { rows, type Transaction } from '@enamel/kernel/server';
import type { DuplicatePair } from '../../../../shared/merging.ts';
import type { Facts, Verdict } from '../../domain/merging/likeness.ts';
import type { Seen } from '../patient-search.ts';
import { unconfirmed } from './records.ts';

type Runner = Parameters<typeof rows>[0];

export interface Candidate extends Facts {
  readonly one: number;
  readonly other: number;
}

interface Mark {
  readonly updatedAt: string;
  readonly id: number;
}

/** Patients touched since the last looking, the earliest first; only one process looks at a time. */
export const touchedPatients = async (
  trx: Transaction,
  limit: number,
): Promise<{ id: number; updatedAt: string }[] | undefined> => {
  const [free] = await rows<{ free: boolean }>(
    trx,
    `select pg_try_advisory_xact_lock(hashtextextended('patient-pairs', 0)) as free`,
  );
  if (!free?.free) return undefined;
  return rows(
    trx,
    `select p.id, p.updated_at::text as "updatedAt" from patients p
     where p.archived is not true and p.updated_at is not null and (p.updated_at, p.id) > (
       select coalesce(max(updated_at), timestamp '-infinity'), coalesce(max(patient_id), 0) from patient_pairs_seen)
     order by p.updated_at, p.id limit :limit`,
    { limit },
  );
};

export const markSeen = async (trx: Transaction, { updatedAt, id }: Mark): Promise<void> => {
  await rows(
    trx,
    `insert into patient_pairs_seen (one, updated_at, patient_id) values (true, cast(:updatedAt as timestamp), :id)
     on conflict (one) do update set updated_at = excluded.updated_at, patient_id = excluded.patient_id`,
    { updatedAt, id },
  );
};

const mostPerKey = 60;

/** What somebody only says of themselves is no likeness: anybody can type a patient's address. */
const bothProven = (kind: string): string =>
  `not exists (select from unproven_addresses x where x.patient_id in (a.id, b.id) and x.kind = '${kind}')`;

/** Whoever shares a birth date, a phone or an address with one of these patients, and how much they are alike. */
export const candidatesFor = (on: Runner, patients: readonly number[]): Promise<Candidate[]> =>
  rows(
    on,
    `with asked as (select p.* from patients p where p.id = any (cast(:patients as integer[]))),
     met as (
       select a.id as one, b.id as other from asked a, lateral (
         select p.id from patients p where p.date_of_birth = a.date_of_birth limit 2000) b
       union
       select a.id, b.patient_id from asked a, lateral (
         select i.patient_id from patient_index k join patient_index i on i.kind = k.kind and i.entry = k.entry
         where k.patient_id = a.id and k.kind = 'phone' and length(k.entry) >= 6 limit ${mostPerKey}) b
       union
       select a.id, b.patient_id from asked a, lateral (
         select i.patient_id from patient_index i
         where i.kind = 'mail' and i.entry = search_text(a.email) limit ${mostPerKey}) b),
     pairs as (select distinct least(one, other) as one, greatest(one, other) as other from met where one <> other)
     select x.one, x.other,
       greatest(similarity(search_text(a.full_name), search_text(b.full_name)),
         similarity(search_text(a.full_name), search_text(concat_ws(' ', b.first_name, b.last_name))))::float8 as name,
       greatest(similarity(search_text(a.first_name), search_text(b.first_name)),
         least(similarity(search_text(a.first_name), search_text(b.last_name)),
           similarity(search_text(a.last_name), search_text(b.first_name))))::float8 as "firstName",
       case when a.date_of_birth = b.date_of_birth then 'same'
         when a.date_of_birth is null or b.date_of_birth is null then 'unknown'
         when (extract(year from a.date_of_birth) = extract(year from b.date_of_birth))::int
             + (extract(month from a.date_of_birth) = extract(month from b.date_of_birth))::int
             + (extract(day from a.date_of_birth) = extract(day from b.date_of_birth))::int = 2
           or to_char(a.date_of_birth, 'YYYY-MM-DD') = to_char(b.date_of_birth, 'YYYY-DD-MM')
           then 'near' else 'other' end as birth,
       coalesce(nullif(phone_digits(a.mobile_number), '') = phone_digits(b.mobile_number), false)
         and ${bothProven('mobileNumber')} as phone,
       coalesce(nullif(search_text(a.email), '') = search_text(b.email), false) and ${bothProven('email')} as mail
     from pairs x join patients a on a.id = x.one join patients b on b.id = x.other
     where a.archived is not true and b.archived is not true
       and greatest(similarity(search_text(a.full_name), search_text(b.full_name)),
         similarity(search_text(a.full_name), search_text(concat_ws(' ', b.first_name, b.last_name)))) > 0.4`,
    { patients: [...patients] },
  );

/** Merges and the look for duplicates write pairs one after the other; to be called before a patient is locked. */
export const lockPairs = (trx: Transaction): Promise<unknown> =>
  rows(trx, `select pg_advisory_xact_lock(hashtextextended('patient-pairs', 0))`);

/** Keeps what was found of these patients, and forgets what no longer is; what people told apart stays. */
export const keepPairs = async (
  trx: Transaction,
  patients: readonly number[],
  found: readonly (Verdict & { readonly one: number; readonly other: number })[],
  at: string,
): Promise<void> => {
  await rows(
    trx,
    `delete from patient_pairs where told_apart_at is null
       and (one_id = any (cast(:patients as integer[])) or other_id = any (cast(:patients as integer[])))`,
    { patients: [...patients] },
  );
  await rows(
    trx,
    `insert into patient_pairs (one_id, other_id, score, reasons, found_at)
     select one, other, score, reasons, cast(:at as timestamptz)
     from jsonb_to_recordset(cast(:found as jsonb)) as x (one integer, other integer, score smallint, reasons text[])
     on conflict (one_id, other_id) do update set score = excluded.score, reasons = excluded.reasons`,
    { found: JSON.stringify(found), at },
  );
};

const side = (
  p: string,
) => `json_build_object('documentId', ${p}.document_id, 'firstName', ${p}.first_name,
  'lastName', ${p}.last_name, 'dateOfBirth', ${p}.date_of_birth::text, 'mobileNumber', ${p}.mobile_number,
  'email', ${p}.email, 'since', to_char(${p}.created_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
  'visits', (select count(*)::int from appointments_patient_lnk l where l.patient_id = ${p}.id),
  'account', exists (select from patients_account_lnk l where l.patient_id = ${p}.id), 'unconfirmed', ${unconfirmed(p)})`;

const open = `from patient_pairs x join patients a on a.id = x.one_id join patients b on b.id = x.other_id
  where x.told_apart_at is null and a.archived is not true and b.archived is not true`;

/** Pairs that nobody has decided about, the surest first; only those of one patient where asked for. */
export const openPairs = async (
  on: Runner,
  { limit, offset, patient = null }: { limit: number; offset: number; patient?: string | null },
  seen: Seen,
): Promise<{ total: number; pairs: DuplicatePair[] }> => {
  const of = `${open} and (cast(:patient as text) is null or a.document_id = :patient or b.document_id = :patient)
    and ${seen('x.one_id')} and ${seen('x.other_id')}`;
  const [found] = await rows<{ total: number; pairs: DuplicatePair[] | string }>(
    on,
    `select (select count(*)::int from (select ${of} limit 10000) c) as total,
       (select coalesce(json_agg(pair order by n), '[]') from (
         select json_build_object('score', x.score, 'reasons', x.reasons, 'one', ${side('a')}, 'other', ${side('b')}) as pair,
           row_number() over (order by x.score desc, x.one_id, x.other_id) as n
         ${of} order by x.score desc, x.one_id, x.other_id limit :limit offset :offset) page) as pairs`,
    { limit, offset, patient },
  );
  if (!found) return { total: 0, pairs: [] };
  const { total, pairs } = found;
  return { total, pairs: typeof pairs === 'string' ? JSON.parse(pairs) : pairs };
};

/** Two persons, whatever they share; false when one of them is not known. */
export const tellApart = async (
  on: Runner,
  told: { readonly one: string; readonly other: string; readonly at: string; readonly by: string },
): Promise<boolean> =>
  (
    await rows(
      on,
      `insert into patient_pairs (one_id, other_id, score, reasons, found_at, told_apart_at, told_apart_by)
       select least(a.id, b.id), greatest(a.id, b.id), 0, '{}', cast(:at as timestamptz), cast(:at as timestamptz), :by
       from patients a, patients b where a.document_id = :one and b.document_id = :other and a.id <> b.id
       on conflict (one_id, other_id) do update
         set told_apart_at = excluded.told_apart_at, told_apart_by = excluded.told_apart_by
       returning true`,
      told,
    )
  ).length > 0;
