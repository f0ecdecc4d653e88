import { rows, type Transaction } from '@enamel/kernel/server';
import type { Claim } from '../domain/claims.ts';

/**
 * Waits until nobody else decides about these resources; held to the end of the transaction. Locks are taken in the order
 * of their keys, so that two bookers never wait for each other.
 */
export const lock = async (trx: Transaction, resources: readonly string[]): Promise<void> => {
  await rows(
    trx,
    `select pg_advisory_xact_lock(key) from (
       select distinct hashtextextended(name, 0) as key from unnest(?::text[]) name order by key
     ) keys`,
    [resources],
  );
};

/** Writes the claims of an appointment. The caller holds the locks and has looked again. */
export const claim = async (
  trx: Transaction,
  appointment: string,
  claims: readonly Claim[],
): Promise<void> => {
  await rows(
    trx,
    `insert into time_claims (resource_kind, resource_id, during, source_kind, source_id, overbooked)
     select kind, resource, tstzrange(to_timestamp(start / 1000.0), to_timestamp("end" / 1000.0)),
            'appointment', ?, overbooked
     from json_to_recordset(?) as claim (kind text, resource text, start bigint, "end" bigint, overbooked boolean)`,
    [appointment, JSON.stringify(claims.map(({ during, ...rest }) => ({ ...rest, ...during })))],
  );
};

/** Gives back all time that an appointment took. */
export const free = async (trx: Transaction, appointment: string): Promise<void> => {
  await rows(trx, `delete from time_claims where source_kind = 'appointment' and source_id = ?`, [
    appointment,
  ]);
};
