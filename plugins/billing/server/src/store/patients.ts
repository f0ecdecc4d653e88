import { rows } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Language } from '../domain/procedures.ts';

export interface BilledPatient {
  readonly language: Language | null;
  /** Document id of the patient's usual location. */
  readonly location: string | null;
}

export const billedPatient = async (
  strapi: Core.Strapi,
  documentId: string,
): Promise<BilledPatient | undefined> =>
  (
    await rows<BilledPatient>(
      strapi.db.connection,
      `select patient.preferred_language as language, location.document_id as location
       from patients patient
       left join patients_location_lnk link on link.patient_id = patient.id
       left join locations location on location.id = link.location_id
       where patient.document_id = ?`,
      [documentId],
    )
  )[0];
