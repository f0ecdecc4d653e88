import { rows, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Alert, Language } from '../../../shared/index.ts';

export interface AskedPatient {
  readonly language: Language | null;
  /** `YYYY-MM-DD`, when the clinic has it. */
  readonly dateOfBirth: string | null;
}

export const askedPatient = async (
  strapi: Core.Strapi,
  documentId: string,
): Promise<AskedPatient | undefined> =>
  (
    await rows<AskedPatient>(
      strapi.db.connection,
      `select preferred_language as language, to_char(date_of_birth, 'YYYY-MM-DD') as "dateOfBirth"
       from patients where document_id = ?`,
      [documentId],
    )
  )[0];

/** The patient's alerts, the patient's row held until the transaction ends. */
export const lockAlerts = async (
  strapi: Core.Strapi,
  trx: Transaction,
  documentId: string,
): Promise<(Alert & { id: number | string })[]> => {
  await rows(trx, 'select id from patients where document_id = ? for update', [documentId]);
  const patient = await strapi
    .documents('api::patient.patient')
    .findOne({ documentId, fields: ['documentId'], populate: ['alerts'] });
  return (patient?.alerts ?? []) as (Alert & { id: number | string })[];
};

export const keepAlerts = async (
  strapi: Core.Strapi,
  documentId: string,
  alerts: readonly Alert[],
): Promise<void> => {
  await strapi
    .documents('api::patient.patient')
    .update({ documentId, data: { alerts: [...alerts] } });
};
