import type { SealedText } from '../domain/sealing/sealed-text.ts';
import { type KeptField, keptColumns, keptSource } from './sealed-fields.ts';

/** A connection of the driver's own. */
export interface Client {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

export interface Resealed extends Omit<KeptField, 'searchable' | 'own' | 'secret'> {
  readonly blind: Buffer | null;
}

/** Fields that another key than `current` seals, locked until the transaction ends; those in other hands are left out. */
export const lockOlder = async (
  client: Client,
  current: string,
  most: number,
): Promise<KeptField[]> => {
  const { rows } = await client.query(
    `select ${keptColumns} from ${keptSource}
     where (f.key_id < $1 or f.key_id > $1) and (k.secret is not null or not f.own)
     limit $2 for update of f skip locked`,
    [current, most],
  );
  return rows as KeptField[];
};

/** What the clinic's key alone seals in tables of their own, a row a record. */
export interface Beside {
  readonly table: string;
  readonly column: string;
  readonly noun: string;
  readonly field: string;
}

export const besides: readonly Beside[] = [
  { table: 'privacy_exports', column: 'sealed', noun: 'privacy-export', field: 'archive' },
  { table: 'privacy_erasures', column: 'notice', noun: 'privacy-erasure', field: 'notice' },
];

/** One that another key than `current` seals, locked until the transaction ends. */
export const lockOlderBeside = async (
  client: Client,
  { table, column }: Beside,
  current: string,
): Promise<(SealedText & { readonly id: string }) | undefined> => {
  const { rows } = await client.query(
    `select id, key_id as key, ${column} as sealed from ${table} where key_id <> $1 limit 1 for update skip locked`,
    [current],
  );
  return (rows as (SealedText & { id: string })[])[0];
};

export const putBeside = async (
  client: Client,
  { table, column }: Beside,
  id: string,
  { key, sealed }: SealedText,
): Promise<void> => {
  await client.query(`update ${table} set key_id = $2, ${column} = $3 where id = $1`, [
    id,
    key,
    sealed,
  ]);
};

export const countOlder = async (client: Client, current: string): Promise<number> => {
  const { rows } = await client.query(
    `select (select count(*) from ${keptSource}
         where (f.key_id < $1 or f.key_id > $1) and (k.secret is not null or not f.own))::int
       ${besides.map(({ table }) => `+ (select count(*) from ${table} where key_id <> $1)::int`).join('\n')} as number`,
    [current],
  );
  return (rows as { number: number }[])[0]?.number ?? 0;
};

export const putResealed = async (client: Client, fields: readonly Resealed[]): Promise<void> => {
  const column = <K extends keyof Resealed>(name: K) => fields.map((field) => field[name]);
  await client.query(
    `update sealed_fields f set key_id = n.key_id, sealed = n.sealed, blind = n.blind
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bytea[], $6::bytea[])
       as n (noun, record, field, key_id, sealed, blind)
     where f.noun = n.noun and f.record = n.record and f.field = n.field`,
    [
      column('noun'),
      column('record'),
      column('field'),
      column('key'),
      column('sealed'),
      column('blind'),
    ],
  );
};
