import { rows } from '@enamel/kernel/server';
import type { LegalHold } from '../../../../shared/index.ts';

type Connection = Parameters<typeof rows>[0];

/** Of any record that a patient is or was known under, asked for under any of them. */
const theirs = 'patient_id = any (patient_ids(patient_today(?)))';

export const holdOf = async (on: Connection, patient: string): Promise<LegalHold | null> => {
  const [found] = await rows<LegalHold>(
    on,
    `select reason, held_by as by, to_char(held_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
     from privacy_holds where ${theirs} limit 1`,
    [patient],
  );
  return found ?? null;
};

export const putHold = async (
  on: Connection,
  patient: string,
  { reason, by, at }: LegalHold,
): Promise<void> => {
  await rows(
    on,
    `insert into privacy_holds (patient_id, reason, held_by, held_at) values (:patient, :reason, :by, :at)
     on conflict (patient_id) do update set reason = excluded.reason, held_by = excluded.held_by, held_at = excluded.held_at`,
    { patient, reason, by, at },
  );
};

/** @returns whether there was one */
export const liftHold = async (on: Connection, patient: string): Promise<boolean> =>
  (await rows(on, `delete from privacy_holds where ${theirs} returning patient_id`, [patient]))
    .length > 0;
