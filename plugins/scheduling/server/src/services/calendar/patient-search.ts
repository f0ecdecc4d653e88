import { record } from '@enamel/audit';
import type { Core } from '@strapi/strapi';
import type { PatientMatch } from '../../../../shared/calendar.ts';
import { patientWords } from '../../domain/booking/patient-words.ts';
import { findPatients } from '../../store/calendar/patient-search.ts';

/** Patients by name, phone, e-mail or date of birth. Nothing for fewer than two characters. */
export const searchPatients = async (
  strapi: Core.Strapi,
  typed: string,
): Promise<PatientMatch[]> => {
  if (typed.length < 2) return [];
  const { words, born } = patientWords(typed);
  const found = await findPatients(strapi.db.connection, words, born);
  await record(strapi, undefined, {
    action: 'list',
    subject: 'patient',
    patients: found.map(({ documentId }) => documentId),
    detail: { count: found.length },
  });
  return found;
};
