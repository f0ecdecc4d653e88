import { demandOwnNote } from '@enamel/access';
import type { Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { findNote } from '../store/notes.ts';

const tables = {
  'api::tooth-finding.tooth-finding': 'tooth_finding',
  'api::treatment.treatment': 'treatment',
} as const;

/** Writes an entry of the chart, unless that changes a note, or whose it is, of somebody who may not. */
export const keepingNotes = async <T>(
  strapi: Core.Strapi,
  trx: Transaction,
  { uid, documentId }: { readonly uid: keyof typeof tables; readonly documentId: string },
  write: () => Promise<T>,
): Promise<T> => {
  const before = await findNote(trx, tables[uid], documentId);
  const written = await write();
  const after = await findNote(trx, tables[uid], documentId);
  if (before.text !== after.text || (before.text !== null && before.author !== after.author))
    await demandOwnNote(strapi, trx, uid, before.author);
  return written;
};
