/** Bulk writes past the Document Service: the demo's thousands of rows in a second. Rows are keyed by attribute name. */
import { rows as query, type Transaction } from '@enamel/kernel/server';

const column = (attribute: string) =>
  attribute.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const quoted = (name: string) => `"${name}"`;

/** Inserts rows that all have the keys of the first. Values are JSON; instants are ISO strings in UTC. */
export const insertRows = async (
  trx: Transaction,
  table: string,
  rows: readonly object[],
): Promise<void> => {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).map(column).map(quoted).join(', ');
  const data = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [column(key), value])),
  );
  await query(
    trx,
    `insert into ${table} (${columns})
     select ${columns} from json_populate_recordset(null::${table}, ?::json)`,
    [JSON.stringify(data)],
  );
};

interface End {
  readonly table: string;
  readonly column: string;
}

export interface LinkTable {
  readonly name: string;
  readonly from: End;
  readonly to: End;
  /** Order columns, each counting from 1 within one row of the named end. */
  readonly orders?: Readonly<Record<string, 'from' | 'to'>>;
}

/** Inserts relations, given as pairs of document ids. Pairs with an undefined end are left out. */
export const insertLinks = async (
  trx: Transaction,
  link: LinkTable,
  pairs: readonly (readonly [string, string | undefined])[],
): Promise<void> => {
  const known = pairs.filter(([, to]) => to !== undefined);
  if (known.length === 0) return;
  const orders = Object.entries(link.orders ?? {});
  await query(
    trx,
    `insert into ${link.name} (${[link.from.column, link.to.column, ...orders.map(([name]) => name)].join(', ')})
     select ${[
       'f.id',
       't.id',
       ...orders.map(
         ([, end]) =>
           `row_number() over (partition by ${end === 'from' ? 'f' : 't'}.id order by p.n)`,
       ),
     ].join(', ')}
       from rows from (json_to_recordset(?::json) as ("from" text, "to" text)) with ordinality as p (f, t, n)
       join ${link.from.table} f on f.document_id = p.f
       join ${link.to.table} t on t.document_id = p.t
      order by p.n`,
    [JSON.stringify(known.map(([from, to]) => ({ from, to })))],
  );
};

export interface ComponentField {
  /** Table of the component's rows, such as `components_clinic_alerts`. */
  readonly table: string;
  /** Such as `clinic.alert`. */
  readonly type: string;
  /** Table that joins owners and components, such as `patients_cmps`. */
  readonly joins: string;
  readonly field: string;
}

/** Inserts repeatable components in the order given. @returns their ids, in that order. */
export const insertComponents = async (
  trx: Transaction,
  { table, type, joins, field }: ComponentField,
  items: readonly { readonly owner: number; readonly row: object }[],
): Promise<number[]> => {
  if (items.length === 0) return [];
  const ids = (
    await query<{ id: string }>(
      trx,
      `select nextval(pg_get_serial_sequence(?, 'id')) as id from generate_series(1, ?::integer)`,
      [table, items.length],
    )
  ).map(({ id }) => Number(id));
  const taken = new Map<number, number>();
  const joinRows = items.map(({ owner }, index) => {
    const order = (taken.get(owner) ?? 0) + 1;
    taken.set(owner, order);
    return { entityId: owner, cmpId: ids[index], componentType: type, field, order };
  });
  await insertRows(
    trx,
    table,
    items.map(({ row }, index) => ({ id: ids[index], ...row })),
  );
  await insertRows(trx, joins, joinRows);
  return ids;
};

/** The numeric ids of a table's rows by document id. */
export const idsOf = async (trx: Transaction, table: string): Promise<Map<string, number>> => {
  const found = await query<{ id: number; document_id: string }>(
    trx,
    `select id, document_id from ${table}`,
  );
  return new Map(found.map(({ id, document_id }) => [document_id, id]));
};
