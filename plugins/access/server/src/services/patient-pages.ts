import { openFields, record } from '@enamel/audit';
import { missing } from '@enamel/kernel';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { NewPatient, PatientList, PatientSummary } from '../../../shared/patients.ts';
import { patientToday } from '../store/merging/merges.ts';
import { findPatient, findVisits, listPatientRows } from '../store/patient-pages.ts';
import { lookFor, mostFound, seenNow, tell } from './patient-search.ts';
import { scopeOf } from './scope.ts';

const countedTo = 10_000;

/** The first patients who fit what was typed, best first; all of them, page by page, when nothing was. */
export const searchPatients = async (
  strapi: Core.Strapi,
  { q, page, pageSize }: { q: string; page: number; pageSize: number },
): Promise<PatientList> => {
  const now = clockOf(strapi).now().toString();
  if (q.trim()) {
    const found = await lookFor(strapi, q);
    const data = found.map(({ guessed: _, ...patient }) => patient);
    const similar = found.some((patient) => patient.guessed);
    return { data, meta: { total: data.length, page: 1, pageSize: mostFound, similar } };
  }
  const bounds = { limit: pageSize, offset: (page - 1) * pageSize, countedTo, now };
  const seen = await seenNow(strapi);
  const { patients, total } = await listPatientRows(strapi.db.connection, bounds, seen);
  await tell(strapi, patients);
  return { data: patients, meta: { total, page, pageSize, countedTo } };
};

/**
 * Everything the patient page shows at first; who opened it goes on the trail. The id of a record that became part of
 * another answers with that one.
 * @throws 404 `PATIENT_NOT_FOUND`
 */
export const openPatient = async (
  strapi: Core.Strapi,
  asked: string,
  mayRead: (field: string) => boolean,
): Promise<PatientSummary> => {
  const documentId = await patientToday(strapi.db.connection, asked);
  const patient = await findPatient(strapi, documentId, await scopeOf(strapi));
  if (!patient) throw missing('PATIENT_NOT_FOUND', 'There is no such patient.');
  await record(strapi, undefined, {
    action: 'read',
    subject: 'patient',
    subjectId: documentId,
    patientId: documentId,
  });
  const [visits, opened] = await Promise.all([
    findVisits(strapi, documentId),
    openFields(strapi.db.connection, 'patient', [documentId]),
  ]);
  const sealed = opened.get(documentId) ?? {};
  const shown = (field: string, value: string | null | undefined) =>
    mayRead(field) ? (value ?? null) : null;
  return {
    ...patient,
    notes: shown('notes', patient.notes),
    nationalId: shown('nationalId', sealed.nationalId),
    insuranceNumber: shown('insuranceNumber', sealed.insuranceNumber),
    sensitiveNotes: shown('sensitiveNotes', sealed.sensitiveNotes),
    visits,
  };
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
