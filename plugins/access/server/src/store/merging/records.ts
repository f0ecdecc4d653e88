import { rows } from '@enamel/kernel/server';
import type { MergeSide } from '../../../../shared/merging.ts';

type Runner = Parameters<typeof rows>[0];

/** Values of a patient by the names of their attributes; dates and instants as text. */
export const columnValues = async (
  on: Runner,
  columns: Readonly<Record<string, string>>,
  patient: number,
): Promise<Record<string, unknown>> => {
  const [found] = await rows<{ values: Record<string, unknown> | string }>(
    on,
    'select to_jsonb(p) as "values" from patients p where p.id = ?',
    [patient],
  );
  const values =
    typeof found?.values === 'string' ? JSON.parse(found.values) : (found?.values ?? {});
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, values[column] ?? null]),
  );
};

const readable: Readonly<Record<string, string>> = {
  user_id: `(select email from up_users u where u.id = t."user_id")`,
  location_id: `(select name from locations l where l.id = t."location_id")`,
  inv_patient_id: `(select full_name from patients g where g.id = t."inv_patient_id")`,
};

/** An account whose address nobody confirmed is nobody's to keep. */
const counts: Readonly<Record<string, string>> = {
  user_id: 'exists (select from up_users u where u.id = t.user_id and u.confirmed)',
};

/** What a record points to, by number and as a person reads it. */
export const linkOf = async (
  on: Runner,
  { table, column, target }: { table: string; column: string; target: string },
  patient: number,
): Promise<{ id: number; name: string } | undefined> => {
  const [found] = await rows<{ id: number; name: string | null }>(
    on,
    `select t."${target}" as id, ${readable[target] ?? `t."${target}"::text`} as name
     from ${table} t where t."${column}" = ? and ${counts[target] ?? 'true'} order by t.id limit 1`,
    [patient],
  );
  return found && { id: found.id, name: found.name ?? String(found.id) };
};

/** Alerts of `loser` that say what none of `winner` says: rows of the table that joins them. */
export const newAlerts = (on: Runner, winner: number, loser: number) =>
  rows<{ id: number; place: number }>(
    on,
    `select c.id, (coalesce((select max("order") from patients_cmps where entity_id = :winner), 0)
       + row_number() over (order by c."order"))::float8 as place
     from patients_cmps c left join components_clinic_alerts a on a.id = c.cmp_id and c.field = 'alerts'
     where c.entity_id = :loser and not exists (
       select from patients_cmps w join components_clinic_alerts b on b.id = w.cmp_id
       where w.entity_id = :winner and w.field = 'alerts' and b.kind = a.kind
         and search_text(trim(b.text)) = search_text(trim(a.text)) and b.severity is not distinct from a.severity)`,
    { winner, loser },
  );

/** Whether the record's account is one whose address nobody confirmed. */
export const unconfirmed = (p: string): string =>
  `exists (select from patients_account_lnk l join up_users u on u.id = l.user_id
     where l.patient_id = ${p}.id and u.confirmed is not true)`;

/** Two records as whoever compares them knows them. */
export const sidesOf = (on: Runner, documentIds: readonly string[]) =>
  rows<MergeSide & { id: number; archived: boolean }>(
    on,
    `select p.id, p.document_id as "documentId", p.first_name as "firstName", p.last_name as "lastName",
       p.date_of_birth::text as "dateOfBirth", coalesce(p.archived, false) as archived,
       to_char(p.created_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since,
       (select count(*)::int from appointments_patient_lnk l where l.patient_id = p.id) as visits,
       exists (select from patients_account_lnk l where l.patient_id = p.id) as account,
       ${unconfirmed('p')} as unconfirmed
     from patients p where p.document_id = any (cast(:ids as text[]))`,
    { ids: [...documentIds] },
  );
