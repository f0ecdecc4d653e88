import { type Part, part, rows, run, type Transaction } from '@enamel/kernel/server';
import type { Claim } from '../../domain/slots/claims.ts';
import { prepared } from '../runner.ts';

/** A visit whose place is going to be decided; anyone's when it names no practitioner. Ids are document ids. */
export interface LockTarget {
  readonly type: string;
  readonly location: string;
  readonly practitioner: string | null;
  readonly patient: string | null;
}

/**
 * Waits until nobody else decides about what these visits may take; held to the end of the transaction. Expired holds are
 * swept off it. A transaction that decides about several visits locks them all in one call, or it may wait for another
 * that waits for it.
 * @param others names of whatever else must not change meanwhile
 */
export const lockPlaces = async (
  trx: Transaction,
  visits: readonly LockTarget[],
  now: number,
  others: readonly string[] = [],
): Promise<void> => {
  const targets = visits.map(({ type, location, practitioner, patient }) => ({
    type,
    location,
    practitioner,
    patient,
  }));
  await prepared(
    trx,
    'scheduling.lock',
    'select lock_for_visits(cast(:visits as jsonb), cast(:others as text[]), to_timestamp(cast(:now as float8) / 1000))',
    { visits: JSON.stringify(targets), others: [...others], now },
  );
};

/** Whose claims: an appointment's, or those of a hold that expires. */
export type ClaimSource =
  | { readonly kind: 'appointment'; readonly id: string }
  | { readonly kind: 'hold'; readonly id: string; readonly expires: number };

/** What writes claims. The caller holds the locks and has looked again. */
export const claiming = (source: ClaimSource, claims: readonly Claim[]): Part => {
  const rows = JSON.stringify(claims.map(({ during, ...rest }) => ({ ...rest, ...during })));
  const expires = source.kind === 'hold' ? source.expires : null;
  return part`
    insert into time_claims (resource_kind, resource_id, during, source_kind, source_id, overbooked, expires_at)
    select kind, resource, tstzrange(to_timestamp(start / 1000.0), to_timestamp("end" / 1000.0)),
           ${source.kind}, ${source.id}, overbooked, to_timestamp(${expires}::float8 / 1000)
    from json_to_recordset(${rows}::json)
      as claim (kind text, resource text, start bigint, "end" bigint, overbooked boolean)`;
};

export const claim = async (
  trx: Transaction,
  source: ClaimSource,
  claims: readonly Claim[],
): Promise<void> => {
  await run(trx, claiming(source, claims));
};

/** Gives back all time that an appointment took. */
export const free = async (trx: Transaction, appointment: string): Promise<void> => {
  await rows(trx, `delete from time_claims where source_kind = 'appointment' and source_id = ?`, [
    appointment,
  ]);
};
