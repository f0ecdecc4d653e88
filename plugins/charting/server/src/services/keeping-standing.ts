import { demandOwnNote } from '@enamel/access';
import { conflict } from '@enamel/kernel';
import { currentActor, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { standingOf } from '../store/standing.ts';

const tables = {
  'api::tooth-finding.tooth-finding': 'tooth_finding',
  'api::treatment.treatment': 'treatment',
} as const;

const stays = (code: string, field: string, message: string) =>
  conflict(code, message, { fields: [{ field, message }] });

/**
 * Writes an entry of the chart: it stays with its patient, what is billed is billing's to say, and a note, or whose it is,
 * is changed by whoever may.
 * @throws 409 PATIENT_STAYS or INVOICE_ELSEWHERE, 403 NOT_YOUR_NOTE
 */
export const keepingStanding = async <T>(
  strapi: Core.Strapi,
  trx: Transaction,
  { uid, documentId }: { readonly uid: keyof typeof tables; readonly documentId: string },
  write: () => Promise<T>,
): Promise<T> => {
  const before = await standingOf(trx, tables[uid], documentId);
  const written = await write();
  const after = await standingOf(trx, tables[uid], documentId);
  if (currentActor(strapi).kind !== 'system') {
    if (before.patient !== null && before.patient !== after.patient)
      throw stays('PATIENT_STAYS', 'patient', 'An entry of the chart stays with its patient.');
    if (before.invoice !== after.invoice)
      throw stays('INVOICE_ELSEWHERE', 'invoice', 'Treatments are billed in billing.');
  }
  if (before.note !== after.note || (before.note !== null && before.author !== after.author))
    await demandOwnNote(strapi, trx, uid, before.author);
  return written;
};
