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

export const countOlder = async (client: Client, current: string): Promise<number> => {
  const { rows } = await client.query(
    `select count(*)::int as number from ${keptSource}
     where (f.key_id < $1 or f.key_id > $1) and (k.secret is not null or not f.own)`,
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
