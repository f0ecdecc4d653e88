import { rows, type Transaction } from '@enamel/kernel/server';
import type { Reason } from '../domain/reason.ts';

export const keepReason = async (
  trx: Transaction,
  reason: Reason,
  patient: string | null,
): Promise<void> => {
  await rows(
    trx,
    'insert into audit_reasons (digest, patient_id, salt, words) values (:digest, :patient, :salt, :words)',
    { ...reason, patient },
  );
};

/** Forgets in whose words anything was decided about a patient: for what is told on the trail, and in answers to them. */
export const forgetReasons = async (trx: Transaction, patient: string): Promise<void> => {
  for (const forgotten of [
    'delete from audit_reasons where patient_id = any (patient_ids(:patient))',
    `update privacy_erasures set reason = case when reason is not null then '' end,
       put_off = case when put_off is not null then '' end where patient_id = any (patient_ids(:patient))`,
    `update privacy_corrections set reason = '' where reason is not null and patient_id = any (patient_ids(:patient))`,
  ])
    await rows(trx, forgotten, { patient });
};
