import { rows, type Transaction } from '@enamel/kernel/server';

/** What of an entry is not its writer's alone to change. */
export interface Standing {
  readonly note: string | null;
  /** Document id of the practitioner whose entry it is. */
  readonly author: string | null;
  /** Numeric id of the patient. */
  readonly patient: number | null;
  /** Numeric id of the invoice; findings have none. */
  readonly invoice: number | null;
}

export const standingOf = async (
  trx: Transaction,
  noun: 'tooth_finding' | 'treatment',
  documentId: string,
): Promise<Standing> =>
  (
    await rows<Standing>(
      trx,
      `select nullif(e.notes, '') as note, (select p.document_id from practitioners p
         join ${noun}s_practitioner_lnk l on l.practitioner_id = p.id where l.${noun}_id = e.id) as author,
         (select patient_id from ${noun}s_patient_lnk where ${noun}_id = e.id) as patient,
         ${noun === 'treatment' ? '(select invoice_id from treatments_invoice_lnk where treatment_id = e.id)' : 'null'} as invoice
       from ${noun}s e where e.document_id = ?`,
      [documentId],
    )
  )[0] ?? { note: null, author: null, patient: null, invoice: null };
