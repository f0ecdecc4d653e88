/** The life of a delivery after it was planned. Leases run on the database's clock. */
import { rows } from '@enamel/kernel/server';
import type { TraceEntry } from '../../../shared/index.ts';
import type { Message } from '../domain/message.ts';
import type { Channel, Event } from '../domain/verdict.ts';
import type { Database } from './database.ts';

export interface Delivery {
  readonly id: string;
  readonly event: Event;
  readonly subject_kind: 'appointment' | 'invoice' | 'payment' | 'offer';
  readonly subject_id: string;
  readonly starts_at: Date | null;
  readonly rule_id: string;
  readonly template_key: string;
  readonly channel: Channel;
  readonly patient_id: string;
  /** Whose address it goes to, when not the patient's own. */
  readonly relative_id: string | null;
  /** The visits that it tells of, as JSON, when there are several. */
  readonly visits: string | null;
  readonly attempts: number;
  readonly generation: number;
  readonly lease_id: string;
  readonly recipient: string | null;
  /** Of the text as it left. */
  readonly fingerprint: Buffer | null;
  readonly handed_over_at: Date | null;
}

const returned = `returning d.id, d.relative_id, d.event, d.subject_kind, d.subject_id, d.starts_at, d.rule_id, d.template_key, d.channel,
  d.patient_id, cast(d.visits as text) as visits, d.attempts, d.generation, d.lease_id, d.recipient, d.fingerprint, d.handed_over_at`;
const lease = `lease_id = gen_random_uuid(), lease_until = now() + make_interval(secs => :seconds)`;

/** Takes up to `limit` messages that wait, or whose holder died before handing them over. */
export const leaseWaiting = (on: Database, limit: number, seconds: number): Promise<Delivery[]> =>
  rows<Delivery>(
    on,
    `update deliveries d set state = 'leased', attempts = d.attempts + 1, ${lease}
     where d.id in (
       select id from deliveries
       where (state = 'queued' and next_attempt_at <= now()) or (state = 'leased' and lease_until < now())
       order by starts_at nulls first, next_attempt_at
       limit :limit for update skip locked)
     ${returned}`,
    { limit, seconds },
  );

/** Takes up to `limit` messages whose holder died, or lost sight of them, while handing them over. */
export const leaseUnknown = (on: Database, limit: number, seconds: number): Promise<Delivery[]> =>
  rows<Delivery>(
    on,
    `update deliveries d set ${lease}
     where d.id in (
       select id from deliveries where state = 'handing-over' and lease_until < now()
       order by lease_until limit :limit for update skip locked)
     ${returned}`,
    { limit, seconds },
  );

const changed = async (on: Database, sql: string, bindings: Record<string, unknown>) =>
  (await rows<{ id: string }>(on, `${sql} returning id`, bindings)).length === 1;

const mine = `where id = :id and lease_id = :lease_id`;
const traced = `trace = trace || cast(:entry as jsonb)`;

type Held = Pick<Delivery, 'id' | 'lease_id'>;

/** Keeps the message, without what is secret in it. @param fingerprint of its text as it will leave */
export const keepRendering = (
  on: Database,
  { id, lease_id }: Held,
  message: Message,
  fingerprint: Buffer,
  recipient: string | null,
): Promise<boolean> =>
  changed(
    on,
    `update deliveries set recipient = :recipient, language = :language, subject = :subject, body = :body, html = :html,
       fingerprint = :fingerprint, calendar = cast(:calendar as jsonb)
     ${mine} and state = 'leased'`,
    {
      id,
      lease_id,
      recipient,
      language: message.language,
      subject: message.subject,
      body: message.body,
      html: message.html,
      fingerprint,
      calendar: message.calendar ? JSON.stringify(message.calendar) : null,
    },
  );

/**
 * Declares, before the last step of sending, that the step is being taken. False when the lease is no longer held: then
 * nothing may leave.
 */
export const handOver = (on: Database, { id, lease_id }: Held, seconds: number): Promise<boolean> =>
  changed(
    on,
    `update deliveries set state = 'handing-over', handed_over_at = now(),
       lease_until = now() + make_interval(secs => :seconds)
     ${mine} and state = 'leased'`,
    { id, lease_id, seconds },
  );

export interface Ending {
  readonly state: 'sent' | 'unconfirmed' | 'kept' | 'skipped' | 'failed';
  readonly reason: string | null;
  readonly detail: string | null;
  readonly providerId: string | null;
  readonly now: Temporal.Instant;
}

/** Ends a delivery, unless somebody else holds it by now. */
export const settle = (on: Database, { id, lease_id }: Held, ending: Ending): Promise<boolean> => {
  const { state, reason, detail, providerId, now } = ending;
  const entry: TraceEntry = {
    at: now.toString(),
    what: state,
    ...((detail ?? reason) ? { detail: detail ?? reason ?? '' } : {}),
  };
  return changed(
    on,
    `update deliveries set state = :state, reason = :reason, detail = :detail, provider_id = :providerId,
       sent_at = case when :state in ('sent', 'unconfirmed') then cast(:now as timestamptz) end,
       lease_id = null, lease_until = null, ${traced}
     ${mine}`,
    {
      id,
      lease_id,
      state,
      reason,
      detail,
      providerId,
      now: now.toString(),
      entry: JSON.stringify([entry]),
    },
  );
};

/** Puts a delivery back, to be tried again in `seconds`. */
export const putBack = (
  on: Database,
  { id, lease_id }: Held,
  what: 'postponed' | 'not-taken',
  detail: string,
  seconds: number,
  now: Temporal.Instant,
): Promise<boolean> =>
  changed(
    on,
    `update deliveries set state = 'queued', lease_id = null, lease_until = null, handed_over_at = null, detail = :detail,
       next_attempt_at = now() + make_interval(secs => :seconds), ${traced}
     ${mine}`,
    {
      id,
      lease_id,
      detail,
      seconds,
      entry: JSON.stringify([{ at: now.toString(), what, detail }]),
    },
  );

/** Puts back a delivery that nothing left of, because of a fault of ours; or gives it up. */
export const stumble = (
  on: Database,
  { id, lease_id }: Held,
  fault: string,
  seconds: number | 'give up',
  now: Temporal.Instant,
): Promise<boolean> =>
  changed(
    on,
    `update deliveries set state = :state, reason = :reason, lease_id = null, lease_until = null, detail = :fault,
       next_attempt_at = now() + make_interval(secs => :seconds), ${traced}
     ${mine} and state = 'leased'`,
    {
      id,
      lease_id,
      fault,
      state: seconds === 'give up' ? 'failed' : 'queued',
      reason: seconds === 'give up' ? 'fault' : null,
      seconds: seconds === 'give up' ? 0 : seconds,
      entry: JSON.stringify([{ at: now.toString(), what: 'stumbled', detail: fault }]),
    },
  );

/** Leaves a delivery whose outcome must be asked for; it can be asked for in `seconds`. */
export const leaveUnknown = (
  on: Database,
  { id, lease_id }: Held,
  detail: string,
  seconds: number,
  now: Temporal.Instant,
): Promise<boolean> =>
  changed(
    on,
    `update deliveries set detail = :detail, lease_until = now() + make_interval(secs => :seconds), ${traced}
     ${mine} and state = 'handing-over'`,
    {
      id,
      lease_id,
      detail,
      seconds,
      entry: JSON.stringify([{ at: now.toString(), what: 'unknown', detail }]),
    },
  );

/** Which of these provider ids belong to deliveries already. */
export const claimedProviderIds = async (
  on: Database,
  channel: Channel,
  ids: readonly string[],
): Promise<Set<string>> => {
  const found = await rows<{ provider_id: string }>(
    on,
    `select provider_id from deliveries where channel = :channel and provider_id = any(:ids)`,
    { channel, ids },
  );
  return new Set(found.map(({ provider_id }) => provider_id));
};

/** Sends a message again on purpose. False when it is being sent, or there is no such message. */
export const requeue = (
  on: Database,
  id: string,
  by: string,
  now: Temporal.Instant,
): Promise<boolean> =>
  changed(
    on,
    `update deliveries set state = 'queued', reason = null, detail = null, attempts = 0, generation = generation + 1,
       next_attempt_at = now(), handed_over_at = null, provider_id = null, sent_at = null, ${traced}
     where id = :id and state in ('sent', 'unconfirmed', 'kept', 'skipped', 'failed')`,
    { id, entry: JSON.stringify([{ at: now.toString(), what: 'resent', by }]) },
  );
