import { conflict, missing } from '@enamel/kernel';
import { clockOf, currentActor, type Transaction, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { LegalHold } from '../../../../shared/index.ts';
import { lockPatient } from '../../store/privacy/erasing.ts';
import { holdOf, liftHold, putHold } from '../../store/privacy/holds.ts';
import { record } from '../record.ts';

export const legalHold = (strapi: Core.Strapi, patient: string): Promise<LegalHold | null> =>
  holdOf(strapi.db.connection, patient);

/** @throws 409 `LEGAL_HOLD` when one of the patients' records is under a legal hold */
export const refuseHeld = async (trx: Transaction, patients: readonly string[]): Promise<void> => {
  for (const patient of patients)
    if (await holdOf(trx, patient)) throw conflict('LEGAL_HOLD', 'A legal hold keeps this record.');
};

/** Keeps a record from being erased, whatever the patient asks; null lifts it. */
export const setHold = (
  strapi: Core.Strapi,
  patient: string,
  reason: string | null,
): Promise<LegalHold | null> =>
  transaction(strapi, async (trx) => {
    const actor = currentActor(strapi);
    const whose = (await lockPatient(trx, patient))?.documentId;
    if (!whose) throw missing('PATIENT_NOT_FOUND', 'There is no such patient.');
    if (reason === null) {
      if (!(await liftHold(trx, whose))) return null;
    } else {
      const by = actor.kind === 'staff' ? actor.name : actor.id;
      await putHold(trx, whose, { reason, by, at: clockOf(strapi).now().toString() });
    }
    await record(strapi, trx, {
      action: reason === null ? 'privacy.hold-lifted' : 'privacy.hold-put',
      subject: 'patient',
      subjectId: whose,
      patientId: whose,
      reason: reason ?? undefined,
    });
    return holdOf(trx, whose);
  });
