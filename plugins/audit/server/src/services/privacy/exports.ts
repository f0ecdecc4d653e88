import { randomBytes } from 'node:crypto';
import { portalUrl } from '@enamel/config';
import { conflict, missing } from '@enamel/kernel';
import { clockOf, emit, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { DataExport, PrivacyLanguage } from '../../../../shared/index.ts';
import { openBytes, type Spot, sealBytes } from '../../domain/sealing/sealed-text.ts';
import { lockPatient } from '../../store/privacy/erasing.ts';
import {
  addresseeOf,
  countSince,
  dropArchives,
  exportsOf,
  findExport,
  insertExport,
  keepArchive,
  lockExport,
  takeArchive,
} from '../../store/privacy/exports.ts';
import { guardianEmailOf } from '../../store/privacy/guardians.ts';
import { record, recordLook } from '../record.ts';
import { keys } from '../sealing/sealed-fields.ts';
import { buildArchive } from './archive.ts';

/** An archive can be downloaded for so many days. */
const lasts = { days: 7 };
/** Archives of one patient within a day: making one reads the whole record. */
const mostADay = 3;

const spotOf = (id: string): Spot => ({ noun: 'privacy-export', record: id, field: 'archive' });
const hours = (days: number) => ({ hours: days * 24 });

const noPatient = () => missing('PATIENT_NOT_FOUND', 'There is no such patient.');

/**
 * Asks for a copy of a patient's data; it is made in the background.
 * @throws 409 `EXPORT_UNDERWAY`, 409 `TOO_MANY_EXPORTS`
 */
export const askExport = async (
  strapi: Core.Strapi,
  known: string,
  asked: { way: 'portal' | 'desk'; language?: PrivacyLanguage; askedBy: string | null },
): Promise<DataExport> => {
  const now = clockOf(strapi).now();
  const id = `x${randomBytes(12).toString('hex')}`;
  return transaction(strapi, async (trx) => {
    const whose = await lockPatient(trx, known);
    if (!whose) throw noPatient();
    const patient = whose.documentId;
    const since = now.subtract({ hours: 24 }).toString();
    if ((await countSince(trx, patient, since)) >= mostADay)
      throw conflict('TOO_MANY_EXPORTS', `A copy can be asked for ${mostADay} times a day.`);
    const language = asked.language ?? whose.language ?? 'ro';
    const { way, askedBy } = asked;
    if (!(await insertExport(trx, { id, patient, way, language, askedBy, now: now.toString() })))
      throw conflict('EXPORT_UNDERWAY', 'A copy is being made already.');
    await record(strapi, trx, {
      action: 'privacy.export-asked',
      subject: 'privacy-export',
      subjectId: id,
      patientId: patient,
      detail: { way },
    });
    await emit(strapi, trx, 'privacy.export-asked', { export: id });
    return (await findExport(trx, id)) as DataExport;
  });
};

/** Makes what was asked for, once, and lets the patient know. */
export const makeExport = async (strapi: Core.Strapi, id: string): Promise<void> => {
  const asked = await findExport(strapi.db.connection, id);
  if (asked?.state !== 'asked') return;
  const whose = await addresseeOf(strapi.db.connection, asked.patient);
  if (!whose) return;
  const now = clockOf(strapi).now();
  const archive = await buildArchive(strapi, whose, asked.language, now);
  const until = now.add(hours(lasts.days));
  await transaction(strapi, async (trx) => {
    if ((await lockExport(trx, id))?.state !== 'asked') return;
    await keepArchive(trx, id, sealBytes(keys(), spotOf(id), archive), {
      now: now.toString(),
      until: until.toString(),
      bytes: archive.length,
    });
    await record(strapi, trx, {
      action: 'privacy.export-made',
      subject: 'privacy-export',
      subjectId: id,
      patientId: asked.patient,
      detail: { bytes: archive.length },
    });
    await emit(strapi, trx, 'privacy.export-ready', { export: id });
  });
};

export const listExports = async (strapi: Core.Strapi, patient: string): Promise<DataExport[]> => {
  const exports = await exportsOf(strapi.db.connection, patient);
  await recordLook(strapi, 'privacy-export', patient, exports.length);
  return exports;
};

/**
 * The archive, each time told as an export on the trail.
 * @param patient whose it must be
 * @throws 404 `EXPORT_NOT_FOUND`, also when it is not made yet, ran out or is another's
 */
export const fetchExport = async (
  strapi: Core.Strapi,
  patient: string,
  id: string,
): Promise<Buffer> =>
  transaction(strapi, async (trx) => {
    const kept = await lockExport(trx, id);
    const now = clockOf(strapi).now();
    const lasting =
      kept?.patient === patient &&
      kept.until !== null &&
      Temporal.Instant.compare(kept.until, now) > 0;
    const archive = lasting ? await takeArchive(trx, id) : undefined;
    if (!archive) throw missing('EXPORT_NOT_FOUND', 'There is no such copy, or it is gone again.');
    await record(strapi, trx, {
      action: 'privacy.export',
      subject: 'privacy-export',
      subjectId: id,
      patientId: patient,
      detail: { bytes: kept?.bytes ?? null },
    });
    return openBytes(keys(), spotOf(id), archive);
  });

export const forgetArchives = (strapi: Core.Strapi): Promise<void> =>
  dropArchives(strapi.db.connection, clockOf(strapi).now().toString());

/** Where the mail about an archive goes and leads to; undefined when there is nobody to write to. */
export const exportNotice = async (
  strapi: Core.Strapi,
  id: string,
): Promise<{ address: string; language: PrivacyLanguage; link: string } | undefined> => {
  const kept = await findExport(strapi.db.connection, id);
  const whose = kept && (await addresseeOf(strapi.db.connection, kept.patient));
  if (kept?.state !== 'ready' || !whose) return undefined;
  const address =
    whose.email || (await guardianEmailOf(strapi.db.connection, whose.id, clockOf(strapi).now()));
  if (!address) return undefined;
  const { language } = kept;
  return { address, language, link: `${portalUrl()}/${language}/privacy` };
};
