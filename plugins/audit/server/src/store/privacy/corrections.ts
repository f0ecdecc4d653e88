import { rows, type Transaction } from '@enamel/kernel/server';
import type { Correctable, Correction } from '../../../../shared/index.ts';

type Connection = Parameters<typeof rows>[0];

export interface KeptCorrection extends Correction {
  readonly patient: string;
}

const columns = `c.id, c.state, c.fields, to_char(c.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "askedAt",
  c.due_on::text as "dueOn", c.reason`;
const kept = `${columns}, c.patient_id as patient`;

/** @returns false when one waits already */
export const insertCorrection = async (
  trx: Transaction,
  asked: {
    readonly id: string;
    readonly patient: string;
    readonly fields: readonly string[];
    readonly now: string;
    readonly dueOn: string;
  },
): Promise<boolean> =>
  (
    await rows(
      trx,
      `insert into privacy_corrections (id, patient_id, fields, asked_at, due_on)
       values (:id, :patient, :fields, :now, :dueOn)
       on conflict (patient_id) where state = 'asked' do nothing returning id`,
      { ...asked, fields: [...asked.fields] },
    )
  ).length > 0;

/** Of one patient, the newest first. */
export const correctionsOf = (on: Connection, patient: string): Promise<Correction[]> =>
  rows<Correction>(
    on,
    `select ${columns} from privacy_corrections c where patient_id = ? order by asked_at desc, id limit 20`,
    [patient],
  );

/** Those without an answer, by their date. */
export const waitingCorrections = (on: Connection): Promise<KeptCorrection[]> =>
  rows<KeptCorrection>(
    on,
    `select ${kept} from privacy_corrections c where state = 'asked' order by due_on, asked_at, id limit 50`,
  );

/** Locked until the transaction ends. */
export const lockCorrection = async (
  trx: Transaction,
  id: string,
): Promise<KeptCorrection | undefined> => {
  const [found] = await rows<KeptCorrection>(
    trx,
    `select ${kept} from privacy_corrections c where id = ? for update`,
    [id],
  );
  return found;
};

export const answerCorrection = async (
  trx: Transaction,
  id: string,
  answer: {
    readonly state: 'accepted' | 'refused';
    readonly now: string;
    readonly by: string;
    readonly reason: string | null;
  },
): Promise<void> => {
  await rows(
    trx,
    `update privacy_corrections set state = :state, answered_at = :now, answered_by = :by, reason = :reason
     where id = :id`,
    { id, ...answer },
  );
};

/** @returns the ids of those that were there */
export const dropCorrections = async (trx: Transaction, patient: string): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      trx,
      'delete from privacy_corrections where patient_id = ? returning id',
      [patient],
    )
  ).map(({ id }) => id);

/** What stands there today. */
export const currentValues = async (
  on: Connection,
  patients: readonly string[],
): Promise<Map<string, Record<Correctable, string | null> & { name: string }>> => {
  const found = await rows<Record<Correctable, string | null> & { id: string; name: string }>(
    on,
    `select document_id as id, concat_ws(' ', first_name, last_name) as name, first_name as "firstName",
       last_name as "lastName", date_of_birth::text as "dateOfBirth", address, city
     from patients where document_id = any (?)`,
    [[...patients]],
  );
  return new Map(found.map((row) => [row.id, row]));
};
