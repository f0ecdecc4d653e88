/** Carries planned messages to their channels. Any number of processes may carry at once. */
import { env } from '@enamel/config';
import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { mostAttempts, type Outcome, secondsToWait } from '../domain/attempts.ts';
import { fingerprintOf, withoutTokens } from '../domain/personal-links.ts';
import {
  claimedProviderIds,
  type Delivery,
  type Ending,
  handOver,
  keepRendering,
  leaseUnknown,
  leaseWaiting,
  leaveUnknown,
  putBack,
  settle,
  stumble,
} from '../store/ledger.ts';
import { channels } from './channels.ts';
import { type Composed, compose } from './compose.ts';
import { sendEmail } from './email.ts';
import { findSms, sendSms } from './sms.ts';

/** Conversations with mail servers and providers at one time, of one process. */
const atOnce = 6;
const unknownWaitSeconds = 20;

const leaseSeconds = () => env().REMINDER_LEASE_SECONDS;

const ending = (
  strapi: Core.Strapi,
  state: Ending['state'],
  more: Partial<Omit<Ending, 'state' | 'now'>> = {},
): Ending => ({
  state,
  reason: null,
  detail: null,
  providerId: null,
  now: clockOf(strapi).now(),
  ...more,
});

/** Writes down what an attempt came to. */
const conclude = async (strapi: Core.Strapi, delivery: Delivery, outcome: Outcome) => {
  const on = strapi.db.connection;
  const { kind, answer: detail } = outcome;
  if (kind === 'sent')
    return settle(on, delivery, ending(strapi, 'sent', { detail, providerId: outcome.providerId }));
  if (kind === 'unconfirmed')
    return settle(on, delivery, ending(strapi, 'unconfirmed', { reason: 'no-answer', detail }));
  if (kind === 'unknown')
    return leaveUnknown(on, delivery, detail, unknownWaitSeconds, clockOf(strapi).now());
  if (kind === 'refused')
    return settle(on, delivery, ending(strapi, 'failed', { reason: 'refused', detail }));
  if (delivery.attempts >= mostAttempts)
    return settle(on, delivery, ending(strapi, 'failed', { reason: 'gave-up', detail }));
  const wait = secondsToWait(delivery.attempts, env().REMINDER_TICK_SECONDS);
  return putBack(on, delivery, 'postponed', detail, wait, clockOf(strapi).now());
};

type Ready = Extract<Composed, { kind: 'message' }>;

const mail = async (strapi: Core.Strapi, delivery: Delivery, ready: Ready, url: string) => {
  const domain = ready.from.email.split('@')[1] ?? 'enamel.invalid';
  const outcome = await sendEmail(
    url,
    {
      from: ready.from,
      replyTo: ready.replyTo,
      to: ready.address,
      message: ready.rendered,
      messageId: `<${delivery.id}.${delivery.generation}@${domain}>`,
      date: clockOf(strapi).now(),
    },
    () => handOver(strapi.db.connection, delivery, leaseSeconds()),
  );
  if (outcome) await conclude(strapi, delivery, outcome);
};

const text = async (strapi: Core.Strapi, delivery: Delivery, ready: Ready) => {
  const { sms } = channels();
  if (!sms || !(await handOver(strapi.db.connection, delivery, leaseSeconds()))) return;
  await conclude(strapi, delivery, await sendSms(sms, ready.address, ready.rendered.body));
};

/** Nothing to send with: a demonstration shows a message's links to whoever runs it. */
const showLinks = (strapi: Core.Strapi, body: string, tokens: readonly string[]): void => {
  const { NODE_ENV } = env();
  if (NODE_ENV !== 'demo' && NODE_ENV !== 'development') return;
  for (const link of body.split(/\s+/).filter((word) => tokens.some((each) => word.includes(each))))
    strapi.log.info(`No messages are sent from here: a link of one is ${link}`);
};

const carry = async (strapi: Core.Strapi, delivery: Delivery): Promise<void> => {
  const on = strapi.db.connection;
  const composed = await compose(strapi, delivery);
  if (composed.kind === 'skip') {
    await settle(on, delivery, ending(strapi, 'skipped', { reason: composed.reason }));
    return;
  }
  if (composed.kind === 'problem') {
    const { reason, detail } = composed;
    await settle(on, delivery, ending(strapi, 'failed', { reason, detail }));
    return;
  }
  const { rendered, tokens, address } = composed;
  const kept = withoutTokens(rendered, tokens);
  if (!(await keepRendering(on, delivery, kept, fingerprintOf(rendered.body), address))) return;
  const { smtpUrl, sms } = channels();
  if (delivery.channel === 'email' && smtpUrl) return mail(strapi, delivery, composed, smtpUrl);
  if (delivery.channel === 'sms' && sms) return text(strapi, delivery, composed);
  showLinks(strapi, rendered.body, tokens);
  await settle(on, delivery, ending(strapi, 'kept', { reason: 'no-channel' }));
};

/** Finds out what became of a message whose carrier died, or heard nothing, while handing it over. */
const reconcile = async (strapi: Core.Strapi, delivery: Delivery): Promise<void> => {
  const on = strapi.db.connection;
  const { sms } = channels();
  const { channel, recipient, fingerprint, handed_over_at: since } = delivery;
  if (channel === 'email' || !sms || !recipient || !fingerprint || !since) {
    await settle(on, delivery, ending(strapi, 'unconfirmed', { reason: 'carrier-died' }));
    return;
  }
  const found = await findSms(sms, recipient, fingerprint, since);
  const claimed = await claimedProviderIds(on, 'sms', found);
  const ours = found.find((id) => !claimed.has(id));
  if (ours === undefined)
    await putBack(on, delivery, 'not-taken', 'twilio', 0, clockOf(strapi).now());
  else
    await settle(on, delivery, ending(strapi, 'sent', { providerId: ours, detail: 'reconciled' }));
};

/** A fault of ours: the message is tried again like one that was not taken, unless it may have left. */
const stumbled = async (strapi: Core.Strapi, delivery: Delivery, error: Error) => {
  // The words of an error may hold an address: the log gets its name, its stack only when debugging.
  strapi.log.error(`reminders: delivery ${delivery.id}: ${error.name}`);
  strapi.log.debug(error.stack);
  const wait = secondsToWait(delivery.attempts, env().REMINDER_TICK_SECONDS);
  const next = delivery.attempts >= mostAttempts ? 'give up' : wait;
  await stumble(strapi.db.connection, delivery, error.name, next, clockOf(strapi).now());
};

const guardedly =
  (strapi: Core.Strapi, work: typeof carry) =>
  (delivery: Delivery): Promise<unknown> =>
    work(strapi, delivery).catch((error: Error) => stumbled(strapi, delivery, error));

interface Round {
  running: Promise<void> | undefined;
  again: boolean;
  stopped: boolean;
}
const rounds = new WeakMap<Core.Strapi, Round>();

const roundOf = (strapi: Core.Strapi): Round => {
  const known = rounds.get(strapi);
  if (known) return known;
  const fresh: Round = { running: undefined, again: false, stopped: false };
  rounds.set(strapi, fresh);
  return fresh;
};

const once = async (strapi: Core.Strapi, round: Round): Promise<void> => {
  const on = strapi.db.connection;
  while (!round.stopped) {
    const lost = await leaseUnknown(on, atOnce, leaseSeconds());
    await Promise.all(lost.map(guardedly(strapi, reconcile)));
    const waiting = await leaseWaiting(on, atOnce, leaseSeconds());
    await Promise.all(waiting.map(guardedly(strapi, carry)));
    if (lost.length + waiting.length === 0) return;
  }
};

/** Carries until nothing waits. A call during a round makes it look once more. */
export const carryAll = async (strapi: Core.Strapi): Promise<void> => {
  const round = roundOf(strapi);
  round.again = true;
  round.running ??= (async () => {
    try {
      while (round.again && !round.stopped) {
        round.again = false;
        await once(strapi, round);
      }
    } finally {
      round.running = undefined;
    }
  })();
  await round.running;
};

/** Lets what is being carried arrive, and takes up no more. */
export const stopCarrying = async (strapi: Core.Strapi): Promise<void> => {
  const round = roundOf(strapi);
  round.stopped = true;
  await round.running;
};
