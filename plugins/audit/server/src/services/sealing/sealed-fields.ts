import { randomBytes } from 'node:crypto';
import { env } from '@enamel/config';
import type { Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { KeyRing } from '../../domain/sealing/keys.ts';
import { blindDigest, openText, type Spot, sealText } from '../../domain/sealing/sealed-text.ts';
import {
  dropField,
  dropSecret,
  fieldsOf,
  type KeptField,
  keepField,
  recordsWith,
  secretOf,
  usedKeys,
} from '../../store/sealed-fields.ts';
import { readKeyRing } from './field-keys.ts';

type Connection = Parameters<typeof fieldsOf>[0];

let ring: KeyRing | undefined;

/** The clinic's keys, read once. */
export const keys = (): KeyRing => {
  ring ??= readKeyRing(env().FIELD_KEYS, env().FIELD_KEYS_FILE);
  return ring;
};

/** Refuses to start where something is sealed with a key that was not given: it would be shown as empty, and saved so. */
export const checkKeys = async (strapi: Core.Strapi): Promise<void> => {
  const known = new Set(keys().map(({ id }) => id));
  const lost = (await usedKeys(strapi.db.connection)).filter((id) => !known.has(id));
  if (lost.length > 0)
    throw new Error(
      `Fields are sealed with ${lost.join(', ')}: the key is not among FIELD_KEYS. Put it back behind the others.`,
    );
};

/** Keeps a text sealed; null forgets it. */
export const sealField = async (
  trx: Transaction,
  spot: Spot,
  text: string | null,
  searchable: boolean,
): Promise<void> => {
  if (text === null) return dropField(trx, spot);
  const [current] = keys();
  const blind = searchable ? blindDigest(current, spot.noun, spot.field, text) : null;
  const own = await secretOf(trx, spot, randomBytes(32));
  await keepField(trx, { ...spot, ...sealText(keys(), spot, text, own), blind });
};

/** What a kept field says; undefined once the key of its record is destroyed. */
const opened = (kept: KeptField): string | undefined =>
  kept.own && !kept.secret
    ? undefined
    : openText(keys(), kept, kept, kept.own ? kept.secret : null);

/** Forgets sealed fields of a record for good. */
export const forgetFields = async (
  trx: Transaction,
  noun: string,
  record: string,
  fields: readonly string[],
): Promise<void> => {
  for (const field of fields) await dropField(trx, { noun, record, field });
};

/** The sealed fields of records, by document id and name. */
export const openFields = async (
  on: Connection,
  noun: string,
  records: readonly string[],
): Promise<Map<string, Record<string, string>>> => {
  const texts = new Map<string, Record<string, string>>();
  for (const kept of await fieldsOf(on, noun, [...new Set(records)])) {
    const text = opened(kept);
    if (text === undefined) continue;
    const fields = texts.get(kept.record) ?? {};
    fields[kept.field] = text;
    texts.set(kept.record, fields);
  }
  return texts;
};

/**
 * Destroys the key of a record. What is to be kept of it is sealed under a new one; what was sealed before opens nowhere,
 * in copies of the database neither.
 */
export const shred = async (trx: Transaction, noun: string, record: string): Promise<void> => {
  const left = await fieldsOf(trx, noun, [record]);
  const texts = left.map((kept) => ({ kept, text: opened(kept) }));
  await dropSecret(trx, noun, record);
  for (const { kept, text } of texts) await sealField(trx, kept, text ?? null, kept.searchable);
};

/** Document ids of the records whose field is this text, whichever key sealed it. */
export const findByField = (
  on: Connection,
  noun: string,
  field: string,
  text: string,
): Promise<string[]> =>
  recordsWith(
    on,
    noun,
    field,
    keys().map((key) => blindDigest(key, noun, field, text)),
  );
