import { randomBytes } from 'node:crypto';
import type { Transaction } from '@enamel/kernel/server';
import type { FieldKey } from '../../domain/sealing/keys.ts';
import { openBytes, type Spot, sealBytes } from '../../domain/sealing/sealed-text.ts';
import { openFields, sealField } from './sealed-fields.ts';

const field = 'key';
const length = 32;

const spotOf = (noun: string, record: string): Spot => ({ noun, record, field });

const fileKeyOf = (hexadecimal: string): FieldKey => ({
  id: field,
  sealing: Buffer.from(hexadecimal, 'hex'),
  blinding: Buffer.alloc(0),
});

/**
 * Seals bytes that are kept outside the database with a key of their own, which becomes a sealed field of the record: keys
 * are rotated without touching a file, and whoever forgets that field has forgotten the file wherever copies of it are.
 */
export const sealFile = (
  noun: string,
  record: string,
  bytes: Uint8Array,
): { readonly sealed: Buffer; readonly keepKey: (trx: Transaction) => Promise<void> } => {
  const key = randomBytes(length).toString('hex');
  return {
    sealed: sealBytes([fileKeyOf(key)], spotOf(noun, record), bytes).sealed,
    keepKey: (trx) => sealField(trx, spotOf(noun, record), key, false),
  };
};

/** @throws when the key is forgotten, or the bytes are not as they were sealed for this record */
export const openFile = async (
  on: Parameters<typeof openFields>[0],
  noun: string,
  record: string,
  sealed: Buffer,
): Promise<Buffer> => {
  const key = (await openFields(on, noun, [record])).get(record)?.[field];
  if (!key) throw new Error(`The key of ${noun} ${record} is forgotten.`);
  return openBytes([fileKeyOf(key)], spotOf(noun, record), { key: field, sealed });
};
