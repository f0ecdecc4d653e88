import { rows, type Transaction } from '@enamel/kernel/server';
import type { Core, UID } from '@strapi/strapi';

type Connection = Parameters<typeof rows>[0];

interface Linked {
  readonly table: string;
  readonly link: string;
  readonly record: string;
  readonly patient: string;
}

/** Where the records of a noun are, and what links them to a patient. */
const linkedBy = (strapi: Core.Strapi, uid: UID.ContentType): Linked | undefined => {
  const { tableName, attributes } = strapi.db.metadata.get(uid);
  const { patient } = attributes;
  if (!patient || !('joinTable' in patient) || !patient.joinTable) return undefined;
  const { name, joinColumn, inverseJoinColumn } = patient.joinTable as {
    name: string;
    joinColumn: { name: string };
    inverseJoinColumn: { name: string };
  };
  return { table: tableName, link: name, record: joinColumn.name, patient: inverseJoinColumn.name };
};

/** How many records of a noun belong to a patient, and the local date of the newest by `field`. */
export const extentOf = async (
  strapi: Core.Strapi,
  on: Connection,
  uid: UID.ContentType,
  field: string | undefined,
  patient: number,
): Promise<{ count: number; last: string | null }> => {
  const linked = linkedBy(strapi, uid);
  if (!linked) return { count: 0, last: null };
  const attribute = field && strapi.db.metadata.get(uid).attributes[field];
  const column =
    attribute && 'columnName' in attribute ? String(attribute.columnName) : 'created_at';
  const [found] = await rows<{ count: number; last: string | null }>(
    on,
    `select count(*)::int as count, max(coalesce(t.??, t.created_at))::date::text as last
     from ?? t join ?? l on l.?? = t.id where l.?? = ?`,
    [column, linked.table, linked.link, linked.record, linked.patient, patient],
  );
  return found ?? { count: 0, last: null };
};

export const deleteRecords = async (
  strapi: Core.Strapi,
  trx: Transaction,
  uid: UID.ContentType,
  patient: number,
): Promise<void> => {
  const linked = linkedBy(strapi, uid);
  if (linked)
    await rows(trx, 'delete from ?? t using ?? l where l.?? = t.id and l.?? = ?', [
      linked.table,
      linked.link,
      linked.record,
      linked.patient,
      patient,
    ]);
};

/** The records stay for the books and belong to nobody any more. */
export const unlinkRecords = async (
  strapi: Core.Strapi,
  trx: Transaction,
  uid: UID.ContentType,
  patient: number,
): Promise<void> => {
  const linked = linkedBy(strapi, uid);
  if (linked)
    await rows(trx, 'delete from ?? where ?? = ?', [linked.link, linked.patient, patient]);
};

/** Opens the lock of erased records for what follows in this transaction. */
export const openLock = async (trx: Transaction): Promise<void> => {
  await rows(trx, "select set_config('enamel.erasing', 'yes', true)");
};

export interface Identity {
  readonly id: number;
  readonly documentId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: string | null;
  readonly email: string | null;
  readonly language: 'en' | 'ro' | null;
}

/** The id under which a patient's record is kept today. */
const todayOf = async (on: Connection, known: string): Promise<string> =>
  (await rows<{ id: string }>(on, 'select patient_today(?) as id', [known]))[0]?.id ?? known;

/** The record that a patient has today, under whatever id they are asked for. Nobody changes or merges it until the transaction ends. */
export const lockPatient = async (
  trx: Transaction,
  known: string,
): Promise<Identity | undefined> => {
  const documentId = await todayOf(trx, known);
  await rows(trx, "select pg_advisory_xact_lock(hashtextextended('patient:' || ?, 0))", [
    documentId,
  ]);
  // It may have become part of another while this waited.
  if ((await todayOf(trx, known)) !== documentId) return lockPatient(trx, known);
  const [found] = await rows<Identity>(
    trx,
    `select p.id, p.document_id as "documentId", p.first_name as "firstName", p.last_name as "lastName",
       p.date_of_birth::text as "dateOfBirth", p.preferred_language as language,
       coalesce((select u.email from patients_account_lnk l join up_users u on u.id = l.user_id where l.patient_id = p.id),
         p.email) as email
     from patients p where p.document_id = ? for update of p`,
    [documentId],
  );
  return found;
};

/** All ids under which a patient is or was known, the records that became part of theirs included. */
export const idsOf = async (on: Connection, documentId: string): Promise<string[]> => {
  const [found] = await rows<{ ids: string[] }>(on, 'select patient_ids(?) as ids', [documentId]);
  return found?.ids ?? [documentId];
};

export const isErased = async (on: Connection, patient: string): Promise<boolean> =>
  (await rows(on, 'select 1 from privacy_erased where patient_id = ?', [patient])).length > 0;

/** With the records that became part of theirs: a backup may bring them back as they were before. */
export const markErased = async (trx: Transaction, patient: string, now: string): Promise<void> => {
  await rows(
    trx,
    `insert into privacy_erased (patient_id, erased_at) select id, :now from unnest(patient_ids(:patient)) id
     on conflict do nothing`,
    { patient, now },
  );
};

/** Every patient who was ever erased. */
export const erasedPatients = (on: Connection): Promise<{ patient: string; at: string }[]> =>
  rows(
    on,
    `select patient_id as patient, to_char(erased_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
     from privacy_erased order by erased_at, patient_id`,
  );

/** Those of the patients who are there and are not erased, each with the id under which the record is kept today. */
export const comeBack = (
  on: Connection,
  patients: readonly string[],
): Promise<{ patient: string; today: string }[]> =>
  rows(
    on,
    `select p.document_id as patient, patient_today(p.document_id) as today from patients p
     where p.document_id = any (?) and not exists (select from privacy_erased e where e.patient_id = p.document_id)
     order by p.id`,
    [[...patients]],
  );

export const keepUntil = async (
  trx: Transaction,
  patient: string,
  section: string,
  until: string,
): Promise<void> => {
  await rows(trx, 'insert into privacy_kept (patient_id, section, until) values (?, ?, ?)', [
    patient,
    section,
    until,
  ]);
};

/** Patients of whom something stayed until this local date or an earlier one, without a legal hold. */
export const keptTooLong = async (on: Connection, today: string): Promise<string[]> =>
  (
    await rows<{ patient: string }>(
      on,
      `select distinct k.patient_id as patient from privacy_kept k
       where k.until <= ? and not under_legal_hold(k.patient_id) limit 100`,
      [today],
    )
  ).map(({ patient }) => patient);

/** Sections that are no longer kept; they are forgotten here. */
export const takeDue = async (
  trx: Transaction,
  patient: string,
  today: string,
): Promise<{ due: string[]; left: number }> => {
  const due = await rows<{ section: string }>(
    trx,
    'delete from privacy_kept where patient_id = ? and until <= ? returning section',
    [patient, today],
  );
  const [rest] = await rows<{ left: number }>(
    trx,
    'select count(*)::int as left from privacy_kept where patient_id = ?',
    [patient],
  );
  return { due: due.map(({ section }) => section), left: rest?.left ?? 0 };
};

/** Copies of these patients' data are gone, and those that are being made; `since` spares those that were ready before. */
export const dropCopies = async (
  trx: Transaction,
  patients: readonly string[],
  { now, since = '-infinity' }: { readonly now: string; readonly since?: string },
): Promise<void> => {
  await rows(
    trx,
    `update privacy_exports set state = 'expired', key_id = null, sealed = null, ready_at = coalesce(ready_at, :now)
     where patient_id = any (:patients) and state <> 'expired'
       and coalesce(ready_at >= cast(:since as timestamptz), true)`,
    { patients: [...patients], now, since },
  );
};

export interface PrivacyRules {
  readonly clinicalYears: number;
  readonly financialYears: number;
  readonly deadlineDays: number;
  readonly zone: string;
}

export const privacyRules = async (on: Connection): Promise<PrivacyRules> => {
  const [found] = await rows<{ [K in keyof PrivacyRules]: PrivacyRules[K] | null }>(
    on,
    `select clinical_retention_years as "clinicalYears", invoice_retention_years as "financialYears",
       privacy_deadline_days as "deadlineDays", zone from clinics order by id limit 1`,
  );
  return {
    clinicalYears: found?.clinicalYears ?? 10,
    financialYears: found?.financialYears ?? 10,
    deadlineDays: found?.deadlineDays ?? 30,
    zone: found?.zone ?? 'Europe/Bucharest',
  };
};
