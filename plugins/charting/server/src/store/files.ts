import { rows, type Transaction } from '@enamel/kernel/server';
import type { PatientFile } from '../../../shared/files.ts';

type On = Parameters<typeof rows>[0];

const columns = `f.document_id as "documentId", f.name, f.category, f.kind, f.bytes, f.added_by as "addedBy",
  to_char(f.added_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "addedAt"`;

/** Of one patient, the latest first. */
export const filesOf = (on: On, patient: string): Promise<PatientFile[]> =>
  rows<PatientFile>(
    on,
    `select ${columns} from patient_files f join patients p on p.id = f.patient_id
     where p.document_id = ? order by f.added_at desc, f.id desc`,
    [patient],
  );

export interface KeptFile extends PatientFile {
  /** Document id of the patient. */
  readonly patient: string;
}

export const findFile = async (on: On, documentId: string): Promise<KeptFile | undefined> =>
  (
    await rows<KeptFile>(
      on,
      `select ${columns}, p.document_id as patient from patient_files f join patients p on p.id = f.patient_id
       where f.document_id = ?`,
      [documentId],
    )
  )[0];

/** Announces bytes that belong to nobody yet: unless {@link insertFile} follows, they are forgotten. */
export const announceFile = async (on: On, documentId: string): Promise<void> => {
  await rows(on, 'insert into discarded_files (document_id, since) values (?, now())', [
    documentId,
  ]);
};

export interface NewFile extends Omit<PatientFile, 'addedBy'> {
  readonly patient: number;
  readonly addedBy: string;
}

export const insertFile = async (trx: Transaction, file: NewFile): Promise<void> => {
  const announced = await rows(
    trx,
    'delete from discarded_files where document_id = ? returning 1',
    [file.documentId],
  );
  if (announced.length === 0) throw new Error('The bytes of this file were forgotten meanwhile.');
  await rows(
    trx,
    `insert into patient_files (document_id, patient_id, name, category, kind, bytes, added_at, added_by)
     values (:documentId, :patient, :name, :category, :kind, :bytes, :addedAt, :addedBy)`,
    { ...file },
  );
};

/** @returns whether there was one */
export const deleteFile = async (
  trx: Transaction,
  patient: string,
  documentId: string,
): Promise<boolean> => {
  const deleted = await rows(
    trx,
    `delete from patient_files f using patients p
     where p.id = f.patient_id and p.document_id = ? and f.document_id = ? returning 1`,
    [patient, documentId],
  );
  return deleted.length > 0;
};

/** How many files a patient has, and the clinic's date of the newest. */
export const extentOfFiles = async (
  on: On,
  patient: number,
): Promise<{ count: number; last: string | null }> => {
  const [found] = await rows<{ count: number; last: string | null }>(
    on,
    `select count(*)::int as count,
       max(added_at at time zone coalesce((select zone from clinics order by id limit 1), 'UTC'))::date::text as last
     from patient_files where patient_id = ?`,
    [patient],
  );
  return found ?? { count: 0, last: null };
};

/** All files of a patient and of the records that became part of theirs; the storage forgets them by itself. */
export const deleteFiles = async (trx: Transaction, patient: string): Promise<void> => {
  await rows(
    trx,
    `delete from patient_files where patient_id in (
       select id from patients where document_id = any (patient_ids(?)))`,
    [patient],
  );
};

/** Takes some of those that the storage must forget; a transaction that fails leaves them to the next. */
export const takeDiscarded = async (trx: Transaction, most: number): Promise<string[]> => {
  const taken = await rows<{ documentId: string }>(
    trx,
    `delete from discarded_files where document_id in (
       select document_id from discarded_files where since < now() - interval '1 hour'
       order by since limit ? for update skip locked)
     returning document_id as "documentId"`,
    [most],
  );
  return taken.map(({ documentId }) => documentId);
};
