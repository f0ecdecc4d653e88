import { rows, type Transaction } from '@enamel/kernel/server';

/** What somebody wrote on a patient's invoices beside what the books want. */
export const forgetRemarks = async (trx: Transaction, patient: number): Promise<void> => {
  await rows(
    trx,
    `update invoices set notes = null, void_reason = null
     where id in (select invoice_id from invoices_patient_lnk where patient_id = ?)`,
    [patient],
  );
};

/** What leads from a patient's payments to whoever paid, at a bank or at Stripe. */
export const forgetReferences = async (trx: Transaction, patient: number): Promise<void> => {
  await rows(
    trx,
    `update payments set reference = null
     where id in (select payment_id from payments_patient_lnk where patient_id = ?)`,
    [patient],
  );
};
