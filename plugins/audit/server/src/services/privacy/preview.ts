import { missing } from '@enamel/kernel';
import { clockOf, currentActor, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type {
  ErasureDetail,
  ErasurePreview,
  ErasureRow,
  KeptIdentity,
  LegalHold,
} from '../../../../shared/index.ts';
import { findErasure, listErasures } from '../../store/privacy/erasures.ts';
import { addresseeOf } from '../../store/privacy/exports.ts';
import { holdOf, liftHold, putHold } from '../../store/privacy/holds.ts';
import { record } from '../record.ts';
import { openFields } from '../sealing/sealed-fields.ts';
import { assess, keptIdentity } from './erase.ts';
import { visitsAhead } from './holdings.ts';

/** What an erasure would do now. Nothing is changed. */
const previewErasure = async (
  strapi: Core.Strapi,
  documentId: string,
): Promise<ErasurePreview | null> => {
  const on = strapi.db.connection;
  const patient = await addresseeOf(on, documentId);
  if (!patient) return null;
  const sections = await assess(strapi, on, patient);
  return {
    sections: sections.map(({ holding: { name, title }, verdict: { count, until } }) => ({
      name,
      title,
      count,
      until,
    })),
    hold: await holdOf(on, documentId),
    ahead: await visitsAhead(strapi, on, patient),
  };
};

export const erasurePage = async (
  strapi: Core.Strapi,
  { open, page, pageSize }: { open: boolean; page: number; pageSize: number },
): Promise<{ data: ErasureRow[]; meta: { total: number; page: number; pageSize: number } }> => {
  const { erasures, total } = await listErasures(strapi.db.connection, {
    open,
    limit: pageSize,
    offset: (page - 1) * pageSize,
  });
  const patients = erasures.map(({ patient }) => patient.documentId);
  await record(strapi, undefined, {
    action: 'privacy.erasures.listed',
    subject: 'privacy-erasure',
    patients: [...new Set(patients)],
    detail: { count: erasures.length },
  });
  return { data: erasures, meta: { total, page, pageSize } };
};

/** @throws 404 `ERASURE_NOT_FOUND` */
export const readErasure = async (strapi: Core.Strapi, id: string): Promise<ErasureDetail> => {
  const found = await findErasure(strapi.db.connection, id);
  if (!found) throw missing('ERASURE_NOT_FOUND', 'There is no such request.');
  const { documentId } = found.patient;
  await record(strapi, undefined, {
    action: 'privacy.erasure.read',
    subject: 'privacy-erasure',
    subjectId: id,
    patientId: documentId,
  });
  return {
    ...found,
    preview: found.state === 'asked' ? await previewErasure(strapi, documentId) : null,
  };
};

/** Keeps a record from being erased, whatever the patient asks; null lifts it. */
export const setHold = (
  strapi: Core.Strapi,
  patient: string,
  reason: string | null,
): Promise<LegalHold | null> =>
  transaction(strapi, async (trx) => {
    const actor = currentActor(strapi);
    if (reason === null) {
      if (!(await liftHold(trx, patient))) return null;
    } else {
      if (!(await addresseeOf(trx, patient)))
        throw missing('PATIENT_NOT_FOUND', 'There is no such patient.');
      const by = actor.kind === 'staff' ? actor.name : actor.id;
      await putHold(trx, patient, { reason, by, at: clockOf(strapi).now().toString() });
    }
    await record(strapi, trx, {
      action: reason === null ? 'privacy.hold-lifted' : 'privacy.hold-put',
      subject: 'patient',
      subjectId: patient,
      patientId: patient,
    });
    return holdOf(trx, patient);
  });

/**
 * Who an erased patient was. Each look is on the trail with its reason.
 * @throws 404 `IDENTITY_GONE` when nothing of them is kept any more
 */
export const openIdentity = async (
  strapi: Core.Strapi,
  id: string,
  reason: string,
): Promise<KeptIdentity> => {
  const patient = await patientOfErasure(strapi, id);
  const opened = await openFields(strapi.db.connection, 'patient', [patient]);
  const kept = opened.get(patient)?.[keptIdentity];
  if (kept === undefined)
    throw missing('IDENTITY_GONE', 'Nothing of this patient is kept any more.');
  await record(strapi, undefined, {
    action: 'privacy.identity.read',
    subject: 'patient',
    subjectId: patient,
    patientId: patient,
    detail: { reason },
  });
  return JSON.parse(kept) as KeptIdentity;
};

/** Whose wish it is, for whoever must be allowed to know of them. @throws 404 `ERASURE_NOT_FOUND` */
export const patientOfErasure = async (strapi: Core.Strapi, id: string): Promise<string> => {
  const found = await findErasure(strapi.db.connection, id);
  if (!found) throw missing('ERASURE_NOT_FOUND', 'There is no such request.');
  return found.patient.documentId;
};

export const legalHold = (strapi: Core.Strapi, patient: string): Promise<LegalHold | null> =>
  holdOf(strapi.db.connection, patient);
