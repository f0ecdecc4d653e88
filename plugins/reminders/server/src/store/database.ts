import type { Knex } from 'knex';

/** The connection pool or a transaction. */
export type Database = Pick<Knex, 'raw'>;

/** `timestamptz` comes back as a Date. */
export const instantOf = (date: Date): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(date.getTime());
