import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/** A PostgreSQL transaction; the Document Service joins the one it runs in. */
export type Transaction = Knex.Transaction;

/** Runs `work` in one transaction, or in the one already open. Side effects belong after it resolves. */
export const transaction = <T>(
  strapi: Core.Strapi,
  work: (trx: Transaction) => Promise<T>,
): Promise<T> => strapi.db.transaction(({ trx }) => work(trx as Transaction)) as Promise<T>;

/** The rows of one raw statement. Bind values with `?` or `:name`. */
export const rows = async <T>(
  on: { raw(sql: string, bindings?: Knex.RawBinding[] | Record<string, unknown>): unknown },
  sql: string,
  bindings: Knex.RawBinding[] | Record<string, unknown> = [],
): Promise<T[]> => ((await on.raw(sql, bindings)) as { rows: T[] }).rows;
