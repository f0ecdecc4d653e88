import { randomBytes } from 'node:crypto';
import { rows, type Transaction } from '@enamel/kernel/server';

type Connection = Parameters<typeof rows>[0];

interface Held extends Record<string, unknown> {
  readonly kind: 'account' | 'session' | 'link';
}

const at = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** Numeric ids of a patient's record and of those that became part of it: each may have had an account. */
const theirs = `(select one.id from patients one, patients asked
  where asked.id = :patient and one.document_id = any (patient_ids(asked.document_id)))`;

/** A patient's accounts, their sign-ins and the links that were sent, without any secret of theirs. */
export const accountHeld = async (on: Connection, patient: number): Promise<Held[]> => {
  const found = await rows<{ held: Held | string }>(
    on,
    `select held from (
       select 1 as place, u.id::text as id, json_build_object('kind', 'account', 'email', u.email, 'confirmed', u.confirmed,
         'createdAt', ${at('u.created_at')}) as held
       from patients_account_lnk l join up_users u on u.id = l.user_id where l.patient_id in ${theirs}
       union all
       select 2, s.id, json_build_object('kind', 'session', 'startedAt', ${at('s.began_at')}, 'usedAt', ${at('s.used_at')},
         'device', s.device, 'address', s.address)
       from patients_account_lnk l join access_sessions s on s.user_id = l.user_id::text
       where l.patient_id in ${theirs} and s.origin = 'users-permissions'
       union all
       select 3, encode(k.digest, 'hex'), json_build_object('kind', 'link', 'purpose', k.purpose,
         'issuedAt', ${at('k.issued_at')}, 'expiresAt', ${at('k.expires_at')}, 'spentAt', ${at('k.spent_at')})
       from access_links k join patients p on p.document_id = k.patient_id where p.id in ${theirs}
     ) all_of_it order by place, id`,
    { patient },
  );
  return found.map(({ held }) => (typeof held === 'string' ? JSON.parse(held) : held));
};

const counted = async (on: Connection, sql: string, patient: number): Promise<number> =>
  (await rows<{ number: number }>(on, sql, { patient }))[0]?.number ?? 0;

export const countAccounts = (on: Connection, patient: number): Promise<number> =>
  counted(
    on,
    `select count(*)::int as number from patients_account_lnk where patient_id in ${theirs}`,
    patient,
  );

/** Alerts, and each kind of notes of staff as one. */
export const countRemarks = (on: Connection, patient: number): Promise<number> =>
  counted(
    on,
    `select (select count(*) from patients_cmps c where c.entity_id = p.id and c.field = 'alerts')::int
       + coalesce(p.notes <> '', false)::int + (select count(*) from sealed_fields s
         where s.noun = 'patient' and s.record = p.document_id and s.field = 'sensitiveNotes')::int as number from patients p where p.id = :patient`,
    patient,
  );

/** The accounts go with their sign-ins, and every link that was sent. */
export const eraseAccount = async (
  trx: Transaction,
  patient: number,
  documentId: string,
): Promise<void> => {
  const accounts = await rows<{ id: number }>(
    trx,
    `select user_id as id from patients_account_lnk where patient_id in ${theirs}`,
    { patient },
  );
  for (const { id } of accounts) {
    for (const table of ['access_sessions', 'access_factors'])
      await rows(trx, "delete from ?? where origin = 'users-permissions' and user_id = ?", [
        table,
        String(id),
      ]);
    await rows(trx, 'delete from up_users where id = ?', [id]);
  }
  await rows(trx, 'delete from access_links where patient_id = any (patient_ids(?))', [documentId]);
};

/** Whoever meets the record later sees that somebody was erased, and tells two of them apart. */
export const erasePerson = async (trx: Transaction, documentId: string): Promise<void> => {
  const code = randomBytes(4).toString('hex').toUpperCase();
  await rows(
    trx,
    `update patients set first_name = 'Erased', last_name = :code, full_name = 'Erased ' || :code, date_of_birth = null,
       sex = 'unknown', mobile_number = null, email = null, address = null, city = null, email_reminders = false,
       sms_reminders = false, archived = true where document_id = any (patient_ids(:documentId))`,
    { code, documentId },
  );
  const those = 'select id from patients where document_id = any (patient_ids(:documentId))';
  for (const forgotten of [
    `delete from patient_pairs where one_id in (${those}) or other_id in (${those})`,
    // Who opened it in an emergency, and when, stays with the trail; why tells of the person.
    `update opened_records set reason = 'Erased with the record' where patient_id in (${those})`,
    // A merge with an erased record cannot be undone: its journal holds what both were.
    'update patient_merges set journal = null where winner_id = any (patient_ids(:documentId))',
  ])
    await rows(trx, forgotten, { documentId });
};

export const eraseRemarks = async (trx: Transaction, documentId: string): Promise<void> => {
  await rows(
    trx,
    `with those as (select id from patients where document_id = any (patient_ids(:documentId))),
     gone as (
       delete from patients_cmps where entity_id in (select id from those) and field = 'alerts' returning cmp_id)
     delete from components_clinic_alerts where id in (select cmp_id from gone)`,
    { documentId },
  );
  await rows(
    trx,
    'update patients set notes = null where document_id = any (patient_ids(:documentId))',
    { documentId },
  );
};
