import { rows } from '@enamel/kernel/server';
import type { SealedText, Spot } from '../domain/sealing/sealed-text.ts';

type Connection = Parameters<typeof rows>[0];

export interface KeptField extends Spot, SealedText {
  /** Whether it is found by a digest. */
  readonly searchable: boolean;
}

interface NewField extends Omit<KeptField, 'searchable'> {
  /** Digest to find it by; null for a field that nobody looks for. */
  readonly blind: Buffer | null;
}

const columns = 'noun, record, field, key_id as key, sealed, blind is not null as searchable';

export const keepField = async (on: Connection, field: NewField): Promise<void> => {
  await rows(
    on,
    `insert into sealed_fields (noun, record, field, key_id, sealed, blind)
     values (:noun, :record, :field, :key, :sealed, :blind)
     on conflict (noun, record, field) do update set key_id = excluded.key_id, sealed = excluded.sealed,
       blind = excluded.blind`,
    { ...field },
  );
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
    `select ${columns} from sealed_fields where noun = :noun and record = any(:records)`,
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
     select key_id as key from used where key_id is not null`,
  );
  return found.map(({ key }) => key);
};
