import { rows, type Transaction } from '@enamel/kernel/server';

export interface Note {
  readonly text: string | null;
  /** Document id of the practitioner whose entry it is. */
  readonly author: string | null;
}

export const findNote = async (
  trx: Transaction,
  noun: 'tooth_finding' | 'treatment',
  documentId: string,
): Promise<Note> =>
  (
    await rows<Note>(
      trx,
      `select nullif(e.notes, '') as text, (select p.document_id from practitioners p
         join ${noun}s_practitioner_lnk l on l.practitioner_id = p.id where l.${noun}_id = e.id) as author
       from ${noun}s e where e.document_id = ?`,
      [documentId],
    )
  )[0] ?? { text: null, author: null };
