/** Pictures and papers of a patient: sealed in the clinic's storage, each look and change told on the trail. */
import { randomBytes } from 'node:crypto';
import type { ReceivedFile } from '@enamel/access';
import { legalHold, openFile, record, sealFile } from '@enamel/audit';
import { conflict, missing } from '@enamel/kernel';
import { clockOf, currentActor, fileStorage, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';

import type { FileCategory, PatientFile } from '../../../shared/files.ts';
import {
  announceFile,
  deleteFile,
  filesOf,
  findFile,
  insertFile,
  type KeptFile,
  takeDiscarded,
} from '../store/files.ts';
import { findPatient } from '../store/records.ts';

const noun = 'patient-file';
const keyOf = (documentId: string): string => `patients/${documentId}`;

const noPatient = () => missing('PATIENT_NOT_FOUND', 'There is no such patient.');
const noFile = () => missing('FILE_NOT_FOUND', 'There is no such file.');

const batch = 20;

/** Lets the storage forget what is discarded. Two at once, or one that is ended midway, do no harm. */
export const forgetFiles = async (strapi: Core.Strapi): Promise<void> => {
  for (let taken = batch; taken === batch; )
    taken = await transaction(strapi, async (trx) => {
      const discarded = await takeDiscarded(trx, batch);
      for (const documentId of discarded) await fileStorage().remove(keyOf(documentId));
      return discarded.length;
    });
};

export const listFiles = async (strapi: Core.Strapi, patient: string): Promise<PatientFile[]> => {
  const files = await filesOf(strapi.db.connection, patient);
  await record(strapi, undefined, {
    action: 'files.listed',
    subject: noun,
    patientId: patient,
    detail: { count: files.length },
  });
  return files;
};

/**
 * Keeps a file that was received.
 * @throws 404 PATIENT_NOT_FOUND, 503 FILES_AWAY when the storage cannot be reached
 */
export const addFile = async (
  strapi: Core.Strapi,
  patient: string,
  { name, kind, bytes }: ReceivedFile,
  category: FileCategory,
): Promise<PatientFile> => {
  const whose = await findPatient(strapi.db.connection, patient);
  if (!whose) throw noPatient();
  const documentId = `f${randomBytes(12).toString('hex')}`;
  const actor = currentActor(strapi);
  const file = {
    documentId,
    name,
    category,
    kind,
    bytes: bytes.length,
    addedAt: clockOf(strapi).now().toString({ fractionalSecondDigits: 0 }),
    addedBy: actor.kind === 'staff' ? (actor.name ?? '') : '',
  };
  const { sealed, keepKey } = sealFile(noun, documentId, bytes);
  await announceFile(strapi.db.connection, documentId);
  await fileStorage().put(keyOf(documentId), sealed);
  await transaction(strapi, async (trx) => {
    await insertFile(trx, { ...file, patient: whose.id });
    await keepKey(trx);
    await record(strapi, trx, {
      action: 'file.added',
      subject: noun,
      subjectId: documentId,
      patientId: patient,
      detail: { category, kind, bytes: bytes.length },
    });
  });
  return file;
};

/** A file of this patient. @throws 404 FILE_NOT_FOUND */
export const fileOf = async (
  strapi: Core.Strapi,
  patient: string,
  documentId: string,
): Promise<KeptFile> => {
  const file = await findFile(strapi.db.connection, documentId);
  if (file?.patient !== patient) throw noFile();
  return file;
};

/** A file, whoever's: the caller has yet to check whose. @throws 404 FILE_NOT_FOUND */
export const anyFile = async (strapi: Core.Strapi, documentId: string): Promise<KeptFile> => {
  const file = await findFile(strapi.db.connection, documentId);
  if (!file) throw noFile();
  return file;
};

/** The bytes as they were received. @throws 503 FILES_AWAY; when they are not as they were sealed */
export const bytesOf = async (strapi: Core.Strapi, documentId: string): Promise<Buffer> => {
  const sealed = await fileStorage().get(keyOf(documentId));
  if (!sealed) throw new Error(`The storage has lost the file ${documentId}.`);
  return openFile(strapi.db.connection, noun, documentId, sealed);
};

/** The bytes of a file for somebody who looks at it. */
export const readFile = async (strapi: Core.Strapi, file: KeptFile): Promise<Buffer> => {
  const { documentId, patient, category, kind } = file;
  const bytes = await bytesOf(strapi, documentId);
  await record(strapi, undefined, {
    action: 'file.read',
    subject: noun,
    subjectId: documentId,
    patientId: patient,
    detail: { category, kind },
  });
  return bytes;
};

/** Removes a file for good, its bytes too. @throws 404 FILE_NOT_FOUND, 409 LEGAL_HOLD */
export const removeFile = async (
  strapi: Core.Strapi,
  patient: string,
  documentId: string,
): Promise<void> => {
  const { category, kind, bytes } = await fileOf(strapi, patient, documentId);
  if (await legalHold(strapi, patient))
    throw conflict('LEGAL_HOLD', 'A legal hold keeps this record.');
  await transaction(strapi, async (trx) => {
    if (!(await deleteFile(trx, patient, documentId))) throw noFile();
    await record(strapi, trx, {
      action: 'file.removed',
      subject: noun,
      subjectId: documentId,
      patientId: patient,
      detail: { category, kind, bytes },
    });
  });
  // Nobody can open it any more; where the storage is away, a later round takes the bytes.
  await forgetFiles(strapi).catch((error: unknown) => strapi.log.error(error));
};
