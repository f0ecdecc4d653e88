import { transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { keptTooLong, lockPatient, privacyRules, takeDue } from '../../store/privacy/erasing.ts';
import { record } from '../record.ts';
import { eraseRest, todayAt } from './erase.ts';

/** Lets go what was kept long enough. */
export const forgetKept = async (strapi: Core.Strapi): Promise<void> => {
  const { zone } = await privacyRules(strapi.db.connection);
  const today = todayAt(strapi, zone);
  for (const documentId of await keptTooLong(strapi.db.connection, today))
    await transaction(strapi, async (trx) => {
      const patient = await lockPatient(trx, documentId);
      if (!patient) return;
      const rest = await takeDue(trx, documentId, today);
      await eraseRest(strapi, trx, patient, rest);
      await record(strapi, trx, {
        action: 'privacy.retention-ended',
        subject: 'patient',
        subjectId: documentId,
        patientId: documentId,
        detail: { sections: rest.due },
      });
    });
};
