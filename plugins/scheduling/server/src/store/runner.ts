import type { rows } from '@enamel/kernel/server';
import type { Knex } from 'knex';

/** What runs a statement: a transaction, or the pool when there is none. */
export type Runner = Parameters<typeof rows>[0];

/**
 * The rows of a statement that each connection plans once and keeps by `name`. For large statements on hot paths, whose
 * planning costs more than their work.
 */
export const prepared = async <T>(
  on: Runner,
  name: string,
  sql: string,
  bindings: Record<string, unknown>,
): Promise<T[]> => {
  const statement = on.raw(sql, bindings) as Knex.Raw<{ rows: T[] }>;
  return (await statement.options({ name })).rows;
};
