import { type Part, part, rows } from '@enamel/kernel/server';
import type { Runner } from '../runner.ts';

export interface BookingKey {
  /** Whose key it is. */
  readonly actor: string;
  readonly key: string;
  /** What was asked for under it. */
  readonly fingerprint: string;
}

/** What this key led to before, if anything. */
export const keptBooking = async (on: Runner, { actor, key }: BookingKey) =>
  (
    await rows<{ fingerprint: string; appointment: string }>(
      on,
      'select fingerprint, appointment_id as appointment from booking_keys where actor = ? and key = ?',
      [actor, key],
    )
  )[0];

export const keeping = (key: BookingKey, appointment: string): Part =>
  part`insert into booking_keys (actor, key, fingerprint, appointment_id)
    values (${key.actor}, ${key.key}, ${key.fingerprint}, ${appointment})`;

/** Forgets keys older than two days: nobody retries for longer. */
export const forgetOldKeys = async (on: Runner) => {
  await rows(on, `delete from booking_keys where created_at < now() - interval '2 days'`);
};
