import { missing } from '@enamel/kernel';
import type { Core } from '@strapi/strapi';
import type {
  ErasureDetail,
  ErasurePreview,
  ErasureRow,
  OpenBreach,
  PrivacyDeadlines,
} from '../../../../shared/index.ts';
import { untoldBreaches } from '../../store/privacy/breaches.ts';
import { findDeadlines } from '../../store/privacy/deadlines.ts';
import { findErasure, listErasures } from '../../store/privacy/erasures.ts';
import { addresseeOf } from '../../store/privacy/exports.ts';
import { holdOf } from '../../store/privacy/holds.ts';
import { record } from '../record.ts';
import { assess } from './erase.ts';
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

export const privacyDeadlines = (strapi: Core.Strapi): Promise<PrivacyDeadlines> =>
  findDeadlines(strapi.db.connection);

export const listUntoldBreaches = (strapi: Core.Strapi): Promise<OpenBreach[]> =>
  untoldBreaches(strapi.db.connection);

/** Whose wish it is, for whoever must be allowed to know of them. @throws 404 `ERASURE_NOT_FOUND` */
export const patientOfErasure = async (strapi: Core.Strapi, id: string): Promise<string> => {
  const found = await findErasure(strapi.db.connection, id);
  if (!found) throw missing('ERASURE_NOT_FOUND', 'There is no such request.');
  return found.patient.documentId;
};
