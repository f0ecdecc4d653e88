import { record } from '@enamel/audit';
import { missing } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { NewPatient, PatientList, PatientSummary } from '../../../shared/patients.ts';
import { findPatient, findPatients, findVisits } from '../store/patient-pages.ts';

const mostWords = 6;

export const searchPatients = async (
  strapi: Core.Strapi,
  { q, page, pageSize }: { q: string; page: number; pageSize: number },
): Promise<PatientList> => {
  const words = q.split(/\s+/).filter(Boolean).slice(0, mostWords);
  const now = clockOf(strapi).now().toString();
  const { patients, total } = await findPatients(strapi, { words, page, pageSize, now });
  return { data: patients, meta: { total, page, pageSize } };
};

/**
 * Everything the patient page shows at first; who opened it goes on the trail.
 * @throws 404 `PATIENT_NOT_FOUND`
 */
export const openPatient = async (
  strapi: Core.Strapi,
  documentId: string,
  may: { readonly readNotes: boolean },
): Promise<PatientSummary> => {
  const patient = await findPatient(strapi, documentId);
  if (!patient) throw missing('PATIENT_NOT_FOUND', 'There is no such patient.');
  await record(strapi, undefined, {
    action: 'read',
    subject: 'patient',
    subjectId: documentId,
    patientId: documentId,
  });
  const visits = await findVisits(strapi, documentId);
  return { ...patient, notes: may.readNotes ? patient.notes : null, visits };
};

/** Adds someone to the clinic's patients; what is not known yet stays empty. The Document Service's watch tells the trail. */
export const addPatient = async (
  strapi: Core.Strapi,
  patient: NewPatient,
): Promise<{ documentId: string; name: string }> => {
  const { documentId, firstName, lastName } = await strapi
    .documents('api::patient.patient')
    .create({ data: { ...patient } });
  return { documentId, name: `${firstName} ${lastName}` };
};
