import { rows, type Transaction } from '@enamel/kernel/server';
import { relationsOf } from './family/family.ts';

type Connection = Parameters<typeof rows>[0];

/** As what somebody stands to the patient, by the kind of relation seen from the patient's side. */
const standing = (kind: 'guardian' | 'family' | 'payer', reversed: boolean): string =>
  kind === 'guardian'
    ? reversed
      ? 'ward'
      : 'guardian'
    : kind === 'payer'
      ? reversed
        ? 'pays for them'
        : 'payer'
      : 'family';

/** Who belongs to a patient, by name alone: the rest is those people's own. */
export const familyHeld = async (
  on: Connection,
  patient: number,
): Promise<Record<string, unknown>[]> =>
  (await relationsOf(on, patient)).map(
    ({ kind, reversed, mayBook, confirmed, firstName, lastName }) => ({
      kind: standing(kind, reversed),
      name: `${firstName} ${lastName}`,
      mayBook,
      confirmed,
    }),
  );

export const countFamily = async (on: Connection, patient: number): Promise<number> =>
  (await relationsOf(on, patient)).length;

export const eraseFamily = async (trx: Transaction, documentId: string): Promise<void> => {
  const those = 'select id from patients where document_id = any (patient_ids(:documentId))';
  for (const forgotten of [
    `delete from patients_guarantor_lnk where patient_id in (${those}) or inv_patient_id in (${those})`,
    `delete from patient_relations where patient_id in (${those}) or relative_id in (${those})`,
  ])
    await rows(trx, forgotten, { documentId });
};

const at = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** At which places a patient is known and why, and when somebody of another place opened the record in an emergency. */
export const seenHeld = (on: Connection, patient: number): Promise<Record<string, unknown>[]> =>
  rows(
    on,
    `select location, kind, "startsAt", "endsAt", reason from (
       select 1 as place, l.name as location, k.source as kind, null as "startsAt", null as "endsAt", null as reason
       from patient_locations k join locations l on l.id = k.location_id where k.patient_id = :patient
       union all
       select 2, null, 'emergency', ${at('o.opened_at')}, ${at('o.ends_at')}, o.reason
       from opened_records o where o.patient_id = :patient
     ) seen order by place, location, kind, "startsAt"`,
    { patient },
  );
