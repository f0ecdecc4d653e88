import { rows, type Transaction } from '@enamel/kernel/server';
import { conditionOf, keyOf, type Reference } from './references.ts';

type Key = Readonly<Record<string, unknown>>;
type Values = Readonly<Record<string, unknown>>;

/** One thing that a merge did, with all that it takes to undo it. */
export type Entry =
  | {
      readonly kind: 'moved';
      readonly table: string;
      readonly column: string;
      readonly from: number | string;
      readonly to: number | string;
      /** The rows, by what else is in their primary key. */
      readonly keys: readonly Key[];
    }
  | { readonly kind: 'removed'; readonly table: string; readonly row: Values }
  | { readonly kind: 'added'; readonly table: string; readonly row: Values }
  | {
      readonly kind: 'changed';
      readonly table: string;
      readonly id: number;
      readonly before: Values;
      readonly after: Values;
    };

const parsed = <T>(value: T | string): T => (typeof value === 'string' ? JSON.parse(value) : value);

/** An object of some columns of the row `t`. */
const objectOf = (columns: readonly string[]) =>
  columns.length
    ? `jsonb_build_object(${columns.map((column) => `'${column}', t."${column}"`).join(', ')})`
    : `'{}'::jsonb`;

/** Makes the rows of one patient another's; `unless` spares some of them. */
export const move = async (
  trx: Transaction,
  { table, column, where = 'true' }: Reference,
  from: number | string,
  to: number | string,
  unless = 'false',
): Promise<Entry[]> => {
  const key = (await keyOf(trx, table)).filter((name) => name !== column);
  const moved = await rows<{ key: Key | string }>(
    trx,
    `update ${table} t set "${column}" = :to where t."${column}" = :from and ${where} and not (${unless})
     returning ${objectOf(key)} as key`,
    { from, to },
  );
  if (moved.length === 0) return [];
  return [{ kind: 'moved', table, column, from, to, keys: moved.map((row) => parsed(row.key)) }];
};

/** Removes the rows that `where` names. */
export const remove = async (
  trx: Transaction,
  table: string,
  where: string,
  bindings: Record<string, unknown>,
): Promise<Entry[]> =>
  (
    await rows<{ row: Values | string }>(
      trx,
      `delete from ${table} t where ${where} returning to_jsonb(t) as row`,
      bindings,
    )
  ).map(({ row }) => ({ kind: 'removed', table, row: parsed(row) }));

/** Adds the rows that `select` answers, all columns of the table. */
export const add = async (
  trx: Transaction,
  table: string,
  select: string,
  bindings: Record<string, unknown>,
): Promise<Entry[]> =>
  (
    await rows<{ row: Values | string }>(
      trx,
      `insert into ${table} as t ${select} on conflict do nothing returning to_jsonb(t) as row`,
      bindings,
    )
  ).map(({ row }) => ({ kind: 'added', table, row: parsed(row) }));

/** Gives rows that were removed to another patient. */
export const putTo = async (
  trx: Transaction,
  removed: readonly Entry[],
  column: string,
  patient: number,
): Promise<Entry[]> => {
  const journal: Entry[] = [];
  for (const entry of removed)
    if (entry.kind === 'removed')
      journal.push(
        ...(await add(
          trx,
          entry.table,
          `select r.* from jsonb_populate_record(null::${entry.table}, cast(:row as jsonb)) r`,
          { row: JSON.stringify({ ...entry.row, [column]: patient }) },
        )),
      );
  return journal;
};

/** Changes one row. */
export const change = async (
  trx: Transaction,
  table: string,
  id: number,
  values: Values,
): Promise<Entry[]> => {
  const columns = Object.keys(values);
  if (columns.length === 0) return [];
  const [kept] = await rows<{ before: Values | string }>(
    trx,
    `select ${objectOf(columns)} as before from ${table} t where t.id = :id for update`,
    { id },
  );
  const [changed] = await rows<{ after: Values | string }>(
    trx,
    `update ${table} t set ${columns.map((column) => `"${column}" = r."${column}"`).join(', ')}
     from jsonb_populate_record(null::${table}, cast(:values as jsonb)) r
     where t.id = :id returning ${objectOf(columns)} as after`,
    { id, values: JSON.stringify(values) },
  );
  if (!kept || !changed) throw new Error(`There is no such row of ${table}`);
  return [
    { kind: 'changed', table, id, before: parsed(kept.before), after: parsed(changed.after) },
  ];
};

const back = {
  moved: async (trx: Transaction, { table, column, from, to, keys }: Entry & { kind: 'moved' }) => {
    const found = await rows(
      trx,
      `update ${table} t set "${column}" = :from where t."${column}" = :to and ${conditionOf(table, column)}
         and ${objectOf(Object.keys(keys[0] ?? {}))} in (select jsonb_array_elements(cast(:keys as jsonb)))
       returning true`,
      { from, to, keys: JSON.stringify(keys) },
    );
    return found.length === keys.length;
  },
  removed: async (trx: Transaction, { table, row }: Entry & { kind: 'removed' }) => {
    const columns = Object.keys(row)
      .map((name) => `"${name}"`)
      .join(', ');
    const made = await rows(
      trx,
      `insert into ${table} (${columns}) overriding system value
       select ${columns} from jsonb_populate_record(null::${table}, cast(:row as jsonb))
       on conflict do nothing returning true`,
      { row: JSON.stringify(row) },
    );
    return made.length === 1;
  },
  added: async (trx: Transaction, { table, row }: Entry & { kind: 'added' }) => {
    const same = Object.keys(row)
      .map((name) => `t."${name}" is not distinct from r."${name}"`)
      .join(' and ');
    const gone = await rows(
      trx,
      `delete from ${table} t using jsonb_populate_record(null::${table}, cast(:row as jsonb)) r
       where ${same} returning true`,
      { row: JSON.stringify(row) },
    );
    return gone.length === 1;
  },
  changed: async (trx: Transaction, { table, id, before, after }: Entry & { kind: 'changed' }) => {
    const columns = Object.keys(before);
    const { updated_at: _, ...compared } = after;
    const found = await rows(
      trx,
      `update ${table} t set ${columns.map((column) => `"${column}" = r."${column}"`).join(', ')}
       from jsonb_populate_record(null::${table}, cast(:before as jsonb)) r
       where t.id = :id and ${objectOf(Object.keys(compared))} = cast(:after as jsonb) returning true`,
      { id, before: JSON.stringify(before), after: JSON.stringify(compared) },
    );
    return found.length === 1;
  },
};

/** Takes an entry back. Answers whether all of it was still as the entry had left it. */
export const takeBack = (trx: Transaction, entry: Entry): Promise<boolean> =>
  (back[entry.kind] as (trx: Transaction, entry: Entry) => Promise<boolean>)(trx, entry);
