import { rows, type Transaction } from '@enamel/kernel/server';
import type { GuestChannel } from '../domain/guest-rules.ts';

type Connection = Parameters<typeof rows>[0];

export interface NewCode {
  readonly request: string;
  readonly channel: GuestChannel;
  readonly recipient: Buffer;
  readonly caller: Buffer;
  readonly code: Buffer;
  readonly sealed: Buffer;
  readonly requestedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

interface Asked {
  /** For this address by this caller. */
  readonly both: number;
  readonly recipient: number;
  readonly caller: number;
  /** Of the whole clinic by this channel. */
  readonly channel: number;
}

/**
 * Codes asked for since an instant, for this address, by this caller and by this channel; whoever counts is alone with
 * each of them.
 */
export const countCodes = async (
  trx: Transaction,
  { recipient, caller, channel }: Pick<NewCode, 'recipient' | 'caller' | 'channel'>,
  since: Temporal.Instant,
): Promise<Asked> => {
  const locks = [recipient, caller]
    .map((key) => key.readBigInt64BE())
    .sort((a, b) => (a < b ? -1 : 1));
  for (const key of locks)
    await rows(trx, 'select pg_advisory_xact_lock(?::bigint)', [String(key)]);
  if (channel === 'sms')
    await rows(trx, `select pg_advisory_xact_lock(hashtextextended('guest codes by sms', 0))`);
  const [counted] = await rows<Asked>(
    trx,
    `select (select count(*)::int from guest_codes where recipient = :recipient and caller = :caller
              and requested_at > :since) as both,
            (select count(*)::int from guest_codes where recipient = :recipient and requested_at > :since) as recipient,
            (select count(*)::int from guest_codes where caller = :caller and requested_at > :since) as caller,
            (select count(*)::int from guest_codes where channel = :channel and requested_at > :since) as channel`,
    { recipient, caller, channel, since: since.toString() },
  );
  return counted ?? { both: 0, recipient: 0, caller: 0, channel: 0 };
};

export const insertCode = async (trx: Transaction, code: NewCode): Promise<void> => {
  await rows(
    trx,
    `insert into guest_codes (request, channel, recipient, caller, code, sealed, requested_at, expires_at)
     values (:request, :channel, :recipient, :caller, :code, :sealed, :requestedAt, :expiresAt)`,
    { ...code, requestedAt: code.requestedAt.toString(), expiresAt: code.expiresAt.toString() },
  );
};

/** What is still to be sent of a code that is still good. */
export const sealedCode = async (
  on: Connection,
  request: string,
  now: Temporal.Instant,
): Promise<Buffer | undefined> => {
  const [row] = await rows<{ sealed: Buffer }>(
    on,
    `select sealed from guest_codes
     where request = ? and expires_at > ? and used_at is null and sent_at is null and sealed is not null`,
    [request, now.toString()],
  );
  return row?.sealed;
};

export const markSent = async (
  on: Connection,
  request: string,
  now: Temporal.Instant,
): Promise<void> => {
  await rows(on, 'update guest_codes set sent_at = ? where request = ?', [now.toString(), request]);
};

/** Counts a try of a good code and holds it until the transaction ends; undefined when it is spent, dead or unknown. */
export const tryCode = async (
  trx: Transaction,
  request: string,
  most: number,
  now: Temporal.Instant,
): Promise<{ code: Buffer; sealed: Buffer; tries: number } | undefined> => {
  const [row] = await rows<{ code: Buffer; sealed: Buffer; tries: number }>(
    trx,
    `update guest_codes set tries = tries + 1
     where request = :request and used_at is null and tries < :most and expires_at > :now
     and sealed is not null
     returning code, sealed, tries`,
    { request, most, now: now.toString() },
  );
  return row;
};

export const useCode = async (
  trx: Transaction,
  request: string,
  now: Temporal.Instant,
): Promise<void> => {
  await rows(trx, 'update guest_codes set used_at = :now, sealed = null where request = :request', {
    request,
    now: now.toString(),
  });
};

/** Counts a booking under a verified code; false when it has none left. */
export const countBooking = async (
  trx: Transaction,
  request: string,
  most: number,
): Promise<boolean> => {
  const counted = await rows(
    trx,
    `update guest_codes set bookings = bookings + 1
     where request = ? and used_at is not null and bookings < ? returning 1`,
    [request, most],
  );
  return counted.length === 1;
};

/** Forgets codes of yesterday, and what was never sent of those that ran out. */
export const forgetOldCodes = async (on: Connection, now: Temporal.Instant): Promise<void> => {
  await rows(on, `delete from guest_codes where requested_at < ?::timestamptz - interval '1 day'`, [
    now.toString(),
  ]);
  await rows(
    on,
    'update guest_codes set sealed = null where sealed is not null and expires_at <= ?',
    [now.toString()],
  );
};
