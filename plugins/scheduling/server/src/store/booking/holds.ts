import { part, rows, run, type Transaction, together } from '@enamel/kernel/server';
import type { Runner } from '../runner.ts';

/** Ids are document ids, times epoch milliseconds. */
export interface HoldRow {
  readonly id: string;
  readonly source: 'booking' | 'offer';
  readonly actor: string | null;
  readonly address: string | null;
  readonly type: string;
  readonly location: string;
  readonly practitioner: string;
  readonly chair: string;
  readonly patient: string | null;
  readonly start: number;
  readonly end: number;
  readonly expires: number;
  readonly extended: boolean;
  /** The appointment it became. */
  readonly bookedAs: string | null;
  readonly zone: string;
}

const milliseconds = (column: string) => `(extract(epoch from h.${column}) * 1000)::float8`;
const instant = (name: string) => `to_timestamp(cast(:${name} as float8) / 1000)`;

export const holdOf = async (on: Runner, id: string): Promise<HoldRow | undefined> =>
  (
    await rows<HoldRow>(
      on,
      `select h.id, h.source, h.actor, h.address, h.type, h.location, h.practitioner, h.chair, h.patient, h.extended,
         h.booked_as as "bookedAs", ${milliseconds('starts_at')} as start, ${milliseconds('ends_at')} as "end",
         ${milliseconds('expires_at')} as expires, coalesce(l.zone, 'UTC') as zone
       from holds h left join locations l on l.document_id = h.location where h.id = ?`,
      [id],
    )
  )[0];

/** Live holds of a person or an address that were made in order to book, the oldest first. */
export const liveHolds = (
  trx: Transaction,
  { actor, address, now }: { actor: string | null; address: string | null; now: number },
) =>
  rows<{ id: string; actor: string | null; address: string | null }>(
    trx,
    `select id, actor, address from holds
     where source = 'booking' and booked_as is null and expires_at > ${instant('now')}
       and (actor = :actor or address = :address)
     order by created_at, id`,
    { actor, address, now },
  );

export const insertHold = async (
  trx: Transaction,
  hold: Omit<HoldRow, 'extended' | 'bookedAs' | 'zone'>,
  now: number,
): Promise<void> => {
  await rows(
    trx,
    `insert into holds (id, source, actor, address, type, location, practitioner, chair, patient, starts_at, ends_at,
       expires_at, created_at)
     values (:id, :source, :actor, :address, :type, :location, :practitioner, :chair, :patient, ${instant('start')},
       ${instant('end')}, ${instant('expires')}, ${instant('now')})`,
    { ...hold, now },
  );
};

/** Extends a hold that lives and was not extended before; false when there is none. */
export const lengthenHold = async (
  trx: Transaction,
  id: string,
  seconds: number,
  now: number,
): Promise<boolean> => {
  const lengthened = await rows(
    trx,
    `with h as (
       update holds set expires_at = expires_at + :seconds * interval '1 second', extended = true
       where id = :id and not extended and booked_as is null and expires_at > ${instant('now')}
       returning id, expires_at)
     , c as (update time_claims set expires_at = h.expires_at from h where source_kind = 'hold' and source_id = h.id)
     select id from h`,
    { id, seconds, now },
  );
  return lengthened.length > 0;
};

/** Gives the time of a hold to the appointment that it becomes; false when it was released or became one before. */
export const spendHold = async (
  trx: Transaction,
  id: string,
  appointment: string,
): Promise<boolean> => {
  const spent = part`update holds set booked_as = ${appointment} where id = ${id} and booked_as is null returning id`;
  const freed = part`delete from time_claims using spent where source_kind = 'hold' and source_id = spent.id`;
  return (await run(trx, together({ spent, freed }, part`select from spent`))).length > 0;
};

/** Gives the time of holds back. Their owner holds the locks of their places. */
export const dropHolds = async (trx: Transaction, ids: readonly string[]): Promise<void> => {
  await rows(
    trx,
    `with gone as (delete from holds where id = any(:ids) and booked_as is null)
     delete from time_claims where source_kind = 'hold' and source_id = any(:ids)`,
    { ids: [...ids] },
  );
};

/** Forgets what expired an hour ago. Never waits: whoever decides about a slot sweeps it himself. */
export const forgetOldHolds = async (on: Runner, now: number): Promise<void> => {
  await rows(
    on,
    `with old as (
       select id from holds where expires_at < ${instant('now')} - interval '1 hour' for update skip locked),
     gone as (delete from holds where id in (select id from old))
     delete from time_claims where id in (
       select c.id from time_claims c where c.expires_at < ${instant('now')} - interval '1 hour' for update skip locked)`,
    { now },
  );
};
