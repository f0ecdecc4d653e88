import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { record } from '@enamel/audit';
import { env } from '@enamel/config';
import { ClinicError, invalid } from '@enamel/kernel';
import { clockOf, emit, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { CodeSent, CodeWish, GuestChannels, GuestPass } from '../../../shared/index.ts';
import { normalisePhone } from '../domain/contact.ts';
import { type GuestContact, guestRules } from '../domain/guest-rules.ts';
import { counterOf } from '../domain/limits.ts';
import {
  countCodes,
  forgetOldCodes,
  insertCode,
  markSent,
  sealedCode,
  tryCode,
  useCode,
} from '../store/guest-codes.ts';
import { clinicZone } from '../store/patients.ts';
import { issuePass } from './guest-pass.ts';
import { digest, seal, unseal } from './sealing.ts';

/** A code on its way, as the carrier of messages needs it. */
export interface CodeToSend extends GuestContact {
  readonly code: string;
  readonly language: 'en' | 'ro';
}

/** By which ways codes can leave. A demonstration keeps them in its log. */
export const guestChannels = (): GuestChannels => {
  const { NODE_ENV, SMTP_URL, TWILIO_ACCOUNT_SID } = env();
  const kept = NODE_ENV === 'demo' || NODE_ENV === 'development';
  return {
    email: kept || SMTP_URL !== undefined,
    mobileNumber: kept || TWILIO_ACCOUNT_SID !== undefined,
  };
};

const contactOf = async (strapi: Core.Strapi, wish: CodeWish): Promise<GuestContact> => {
  const field = wish.email === undefined ? 'mobileNumber' : 'email';
  const wrong = (code: string, message: string) =>
    invalid(code, message, { fields: [{ field, message }] });
  if (!guestChannels()[field])
    throw wrong('NO_CHANNEL', 'The clinic cannot send a code this way. Please use another.');
  if (wish.email !== undefined) return { channel: 'email', address: wish.email };
  const address = normalisePhone(wish.mobileNumber, await clinicZone(strapi.db.connection));
  if (address === undefined)
    throw wrong('VALIDATION_FAILED', 'Please enter a phone number, such as +40 721 234 567.');
  return { channel: 'sms', address };
};

const tooMany = () =>
  new ClinicError(
    'limited',
    'TOO_MANY_CODES',
    'Too many codes were asked for. Please wait an hour, or call us.',
    { details: { retryAfterSeconds: 3600 } },
  );

const tooManyTexts = () =>
  new ClinicError(
    'limited',
    'TOO_MANY_TEXTS',
    'We cannot send more text messages at the moment. Please use your e-mail address, or call us.',
    { details: { retryAfterSeconds: 3600 } },
  );

/** When a process last told that the ceiling was reached: once an hour is enough. */
let told: Temporal.Instant | undefined;

const tellCeiling = (strapi: Core.Strapi, now: Temporal.Instant): void => {
  if (told && Temporal.Instant.compare(now, told.add({ hours: 1 })) < 0) return;
  told = now;
  strapi.log.warn(
    `Guests asked for more than ${env().GUEST_SMS_PER_HOUR} codes by text message within an hour: no more are sent. ` +
      'Somebody may be running up the bill; GUEST_SMS_PER_HOUR is the ceiling.',
  );
};

/**
 * Sends a code to an address. Whether the clinic knows the address plays no part.
 * @param caller the network address that asks
 * @throws 429 TOO_MANY_CODES, 429 TOO_MANY_TEXTS, 400 NO_CHANNEL
 */
export const requestCode = async (
  strapi: Core.Strapi,
  wish: CodeWish,
  caller: string,
): Promise<CodeSent> => {
  const contact = await contactOf(strapi, wish);
  const now = clockOf(strapi).now();
  const request = randomBytes(18).toString('base64url');
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const toSend: CodeToSend = { ...contact, code, language: wish.language };
  const expiresAt = now.add({ minutes: guestRules.codeMinutes });
  const about = {
    recipient: digest('guest-recipient', contact.address),
    caller: digest('guest-caller', counterOf(caller)),
    channel: contact.channel,
  };
  await transaction(strapi, async (trx) => {
    const asked = await countCodes(trx, about, now.subtract({ hours: 1 }));
    const fromOne = guestRules.codesFromOne * Math.max(1, env().RATE_LIMIT_SCALE);
    const many =
      asked.both >= guestRules.codesToOne || asked.recipient >= guestRules.codesToOneByAll;
    if (many || asked.caller >= fromOne) throw tooMany();
    if (contact.channel === 'sms' && asked.channel >= env().GUEST_SMS_PER_HOUR) {
      tellCeiling(strapi, now);
      throw tooManyTexts();
    }
    await insertCode(trx, {
      ...about,
      request,
      code: digest('guest-code', `${request} ${code}`),
      sealed: seal('guest-code', toSend),
      requestedAt: now,
      expiresAt,
    });
    await emit(strapi, trx, 'access.code-requested', { request });
    await record(strapi, trx, {
      action: 'guest.code-requested',
      subject: 'guest',
      detail: { channel: contact.channel },
    });
  });
  return { request, expiresAt: expiresAt.toString({ smallestUnit: 'second' }) };
};

/** What is to be sent of a request; undefined when it was sent, used or ran out. */
export const codeToSend = async (
  strapi: Core.Strapi,
  request: string,
): Promise<CodeToSend | undefined> => {
  const sealed = await sealedCode(strapi.db.connection, request, clockOf(strapi).now());
  return sealed && (unseal('guest-code', sealed) as CodeToSend | undefined);
};

export const codeSent = (strapi: Core.Strapi, request: string): Promise<void> =>
  markSent(strapi.db.connection, request, clockOf(strapi).now());

const dead = () =>
  invalid('CODE_EXPIRED', 'This code is no longer good. Please ask for a new one.', {
    fields: [{ field: 'code', message: 'This code is no longer good.' }],
  });

const wrong = (left: number) =>
  invalid('CODE_WRONG', 'This is not the code we sent. Please look again.', {
    fields: [{ field: 'code', message: 'This is not the code we sent.' }],
    details: { left },
  });

/**
 * Trades the right code for a pass, once.
 * @throws 400 CODE_WRONG with `details.left` tries, 400 CODE_EXPIRED (unknown, used, run out or tried too often)
 */
export const verifyCode = async (
  strapi: Core.Strapi,
  request: string,
  code: string,
): Promise<GuestPass> => {
  const now = clockOf(strapi).now();
  // A wrong try must be counted: it is told only after its transaction.
  const outcome = await transaction(strapi, async (trx) => {
    const tried = await tryCode(trx, request, guestRules.tries, now);
    if (!tried) return dead();
    if (!timingSafeEqual(tried.code, digest('guest-code', `${request} ${code}`)))
      return tried.tries < guestRules.tries ? wrong(guestRules.tries - tried.tries) : dead();
    const { channel, address } = unseal('guest-code', tried.sealed) as CodeToSend;
    await useCode(trx, request, now);
    await record(strapi, trx, { action: 'guest.verified', subject: 'guest', detail: { channel } });
    return { channel, address };
  });
  if (outcome instanceof ClinicError) throw outcome;
  return issuePass(strapi, { ...outcome, request });
};

export const forgetCodes = (strapi: Core.Strapi): Promise<void> =>
  forgetOldCodes(strapi.db.connection, clockOf(strapi).now());
