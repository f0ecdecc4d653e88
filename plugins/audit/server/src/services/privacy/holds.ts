import { missing } from '@enamel/kernel';
import { clockOf, currentActor, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { LegalHold } from '../../../../shared/index.ts';
import { addresseeOf } from '../../store/privacy/exports.ts';
import { holdOf, liftHold, putHold } from '../../store/privacy/holds.ts';
import { record } from '../record.ts';

export const legalHold = (strapi: Core.Strapi, patient: string): Promise<LegalHold | null> =>
  holdOf(strapi.db.connection, patient);

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
      reason: reason ?? undefined,
    });
    return holdOf(trx, patient);
  });
