import { record } from '@enamel/audit';
import { missing } from '@enamel/kernel';
import { transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { PatientPlaces } from '../../../shared/scope.ts';
import { placesOfPatient, writeShare } from '../store/shares.ts';
import { demandLastingPatient, demandPatient } from './scope.ts';

/** @throws 404 PATIENT_NOT_FOUND */
export const knownAt = async (strapi: Core.Strapi, patient: string): Promise<PatientPlaces> => {
  await demandPatient(strapi, patient);
  const places = await placesOfPatient(strapi.db.connection, patient);
  await record(strapi, undefined, {
    action: 'list',
    subject: 'location',
    patientId: patient,
    detail: { count: places.length },
  });
  return { places };
};

/** Lets a further place know of a patient, or no longer. @throws 404 PATIENT_NOT_FOUND, NOTHING_TO_SHARE, 403 ONLY_OPENED */
export const sharePatient = async (
  strapi: Core.Strapi,
  patient: string,
  { place, shared }: { place: string; shared: boolean },
): Promise<void> => {
  await demandLastingPatient(strapi, patient);
  await transaction(strapi, async (trx) => {
    const name = await writeShare(trx, { patient, place, shared });
    if (!name) throw missing('NOTHING_TO_SHARE', 'There is nothing to change at this location.');
    await record(strapi, trx, {
      action: shared ? 'access.patient-shared' : 'access.patient-unshared',
      subject: 'patient',
      subjectId: patient,
      patientId: patient,
      detail: { place: name },
    });
  });
};
