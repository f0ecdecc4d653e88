import { type Part, part, rows } from '@enamel/kernel/server';
import type { AppointmentStatus } from '../../../../shared/statuses.ts';
import type { Runner } from '../runner.ts';

export interface AttemptKey {
  /** Whose key it is. */
  readonly actor: string;
  readonly key: string;
}

export interface BookingKey extends AttemptKey {
  /** What was asked for under it. */
  readonly fingerprint: string;
}

/** What this key led to before, if anything. */
export const keptBooking = async (on: Runner, { actor, key }: AttemptKey) =>
  (
    await rows<{ fingerprint: string; appointment: string; status: AppointmentStatus | null }>(
      on,
      `select k.fingerprint, k.appointment_id as appointment, a.status
       from booking_keys k left join appointments a on a.document_id = k.appointment_id
       where k.actor = ? and k.key = ?`,
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
