import { rows } from '@enamel/kernel/server';
import type { SealedText, Spot } from '../domain/sealing/sealed-text.ts';

type Connection = Parameters<typeof rows>[0];

export interface KeptField extends Spot, SealedText {
  /** Whether it is found by a digest. */
  readonly searchable: boolean;
  /** Whether the key of its record sealed it as well. */
  readonly own: boolean;
  /** That key; null when there is none, or no longer. */
  readonly secret: Buffer | null;
}

interface NewField extends Spot, SealedText {
  /** Digest to find it by; null for a field that nobody looks for. */
  readonly blind: Buffer | null;
}

export const keptColumns = `f.noun, f.record, f.field, f.key_id as key, f.sealed, f.blind is not null as searchable, f.own,
  k.secret`;
export const keptSource =
  'sealed_fields f left join record_keys k on k.noun = f.noun and k.record = f.record';

export const keepField = async (on: Connection, field: NewField): Promise<void> => {
  await rows(
    on,
    `insert into sealed_fields (noun, record, field, key_id, sealed, blind, own)
     values (:noun, :record, :field, :key, :sealed, :blind, true)
     on conflict (noun, record, field) do update set key_id = excluded.key_id, sealed = excluded.sealed,
       blind = excluded.blind, own = true`,
    { ...field },
  );
};

/** The key of a record: the one it has, else `fresh`. */
export const secretOf = async (
  on: Connection,
  { noun, record }: Pick<Spot, 'noun' | 'record'>,
  fresh: Buffer,
): Promise<Buffer> => {
  const [found] = await rows<{ secret: Buffer }>(
    on,
    `insert into record_keys (noun, record, secret) values (:noun, :record, :fresh)
     on conflict (noun, record) do update set noun = excluded.noun returning secret`,
    { noun, record, fresh },
  );
  return found?.secret ?? fresh;
};

export const dropSecret = async (on: Connection, noun: string, record: string): Promise<void> => {
  await rows(on, 'delete from record_keys where noun = ? and record = ?', [noun, record]);
};

export const dropField = async (on: Connection, { noun, record, field }: Spot): Promise<void> => {
  await rows(on, 'delete from sealed_fields where noun = ? and record = ? and field = ?', [
    noun,
    record,
    field,
  ]);
};

export const fieldsOf = (
  on: Connection,
  noun: string,
  records: readonly string[],
): Promise<KeptField[]> =>
  rows<KeptField>(
    on,
    `select ${keptColumns} from ${keptSource} where f.noun = :noun and f.record = any(:records)`,
    { noun, records: [...records] },
  );

/** Document ids of the records whose field has one of the digests. */
export const recordsWith = async (
  on: Connection,
  noun: string,
  field: string,
  digests: readonly Buffer[],
): Promise<string[]> => {
  const found = await rows<{ record: string }>(
    on,
    `select record from sealed_fields
     where noun = :noun and field = :field and blind = any(:digests::bytea[]) order by record limit 20`,
    { noun, field, digests: digests.map((digest) => `\\x${digest.toString('hex')}`) },
  );
  return found.map(({ record }) => record);
};

/** Ids of the keys that something is sealed with. */
export const usedKeys = async (on: Connection): Promise<string[]> => {
  // Steps from key to key along the index: there are few keys and many fields.
  const found = await rows<{ key: string }>(
    on,
    `with recursive used as (
       (select key_id from sealed_fields order by key_id limit 1)
       union all
       select (select key_id from sealed_fields where key_id > used.key_id order by key_id limit 1)
       from used where used.key_id is not null)
     select key_id as key from used where key_id is not null
     union select key_id from privacy_exports where key_id is not null
     union select key_id from privacy_erasures where key_id is not null`,
  );
  return found.map(({ key }) => key);
};
