import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { rows, Transaction } from './transaction.ts';

/** A statement with its values, `$1` for the first. */
export interface Part {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A {@link Part} whose values are those of the template: `` part`select ${id}::int` ``. */
export const part = (strings: TemplateStringsArray, ...values: readonly unknown[]): Part => ({
  text: strings.reduce((text, piece, index) => `${text}$${index}${piece}`),
  values,
});

const shifted = (text: string, by: number): string =>
  by === 0 ? text : text.replace(/\$(\d+)/g, (_, number) => `$${Number(number) + by}`);

/**
 * One statement of several parts, each named and each able to read those before it; the last is what it answers.
 * PostgreSQL runs all that write, whether or not they are read.
 */
export const together = (parts: Readonly<Record<string, Part>>, answer: Part): Part => {
  const values: unknown[] = [];
  const add = ({ text, values: own }: Part): string => {
    const moved = shifted(text, values.length);
    values.push(...own);
    return moved;
  };
  const ctes = Object.entries(parts).map(([name, each]) => `${name} as (${add(each)})`);
  return { text: `with ${ctes.join(',\n')}\n${add(answer)}`, values };
};

const names = new Map<string, string>();
const wellKnown = 200;

const nameOf = (text: string): string => {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= wellKnown) names.clear();
  const name = `enamel-${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
  names.set(text, name);
  return name;
};

/** The rows of a statement, planned once by each connection. */
export const run = async <T>(trx: Transaction, { text, values }: Part): Promise<T[]> => {
  const connection = await trx.client.acquireConnection();
  return (await connection.query({ name: nameOf(text), text, values: [...values] })).rows;
};

/** The rows of a statement with `:names`, as {@link run} does it, on the pool or in a transaction. */
export const prepared = async <T>(
  on: Parameters<typeof rows>[0],
  sql: string,
  bindings: Readonly<Record<string, unknown>>,
): Promise<T[]> => {
  const statement = on.raw(sql, { ...bindings }) as Knex.Raw<{ rows: T[] }>;
  return (await statement.options({ name: nameOf(sql) })).rows;
};
