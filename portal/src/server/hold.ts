/** The time that is kept for a visitor who answers the rest. */
import { randomBytes } from 'node:crypto';
import { type Slot, sameInstant } from '../lib/slots.ts';
import { ApiProblem, dataOf } from './api.ts';
import type { Choice } from './booking.ts';
import { now } from './clock.ts';
import { hold as holdSchema } from './contracts.ts';
import { draftOf } from './draft.ts';
import { type Problems, problemsOf, type Values } from './form.ts';
import { type Refusal, refusal } from './refusal.ts';
import { type Session, writeSession } from './session.ts';

type Context = Parameters<typeof writeSession>[0] & { locals: App.Locals };
export type Hold = NonNullable<Session['hold']>;
type Chosen = Pick<Slot, 'start' | 'practitioner'>;

export const isLive = ({ expiresAt }: Hold): boolean =>
  Temporal.Instant.compare(expiresAt, now()) > 0;

/** The hold of exactly this time, if the browser has one; it may have run out. */
export const holdFor = (
  { session }: App.Locals,
  choice: Choice,
  slot: Chosen,
): Hold | undefined => {
  const { hold } = session;
  const { service, location } = choice;
  return hold &&
    hold.service === service?.documentId &&
    hold.location === location?.documentId &&
    hold.practitioner === slot.practitioner &&
    sameInstant(hold.start, slot.start)
    ? hold
    : undefined;
};

/** The visitor's own hold among the free times it was taken from. */
export const ownSlot = ({ session }: App.Locals, { service, location }: Choice): Slot[] => {
  const { hold } = session;
  if (!hold || !isLive(hold)) return [];
  if (hold.service !== service?.documentId || hold.location !== location?.documentId) return [];
  return [hold];
};

const forget = (context: Context): Promise<void> => {
  const { hold: _hold, ...rest } = context.locals.session;
  return writeSession(context, rest);
};

/**
 * Keeps a time, in place of the one kept before. Who holds too much already goes on without: the booking itself is the
 * judge.
 */
export const takeHold = async (
  context: Context,
  choice: Choice,
  wanted: Chosen,
): Promise<Chosen | Refusal> => {
  const { session, api, texts } = context.locals;
  const { service, location, practitioner } = choice;
  if (!service || !location) throw new Error('A time is chosen after service and place');
  const known = holdFor(context.locals, choice, wanted);
  if (known && isLive(known)) return wanted;
  const browser = session.browser ?? randomBytes(24).toString('base64url');
  try {
    const { data } = await api.post('/scheduling/holds', dataOf(holdSchema), {
      body: {
        appointmentType: service.documentId,
        location: location.documentId,
        start: wanted.start,
        browser,
        ...(practitioner === 'any' ? {} : { practitioner: wanted.practitioner }),
        ...(session.hold ? { replaces: session.hold.id } : {}),
      },
    });
    const { id, start, end, expiresAt, extendable } = data;
    const place = { service: service.documentId, location: location.documentId };
    const hold = {
      id,
      ...place,
      start,
      end,
      practitioner: data.practitioner,
      expiresAt,
      extendable,
    };
    await writeSession(context, { ...session, browser, hold });
    return { start: wanted.start, practitioner: data.practitioner };
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 429) {
      await forget(context);
      return wanted;
    }
    return refusal(error, texts);
  }
};

/** Five minutes more, once, and what was typed kept. @returns what is wrong; the hold is forgotten when it is gone */
export const extendHold = async (context: Context, values: Values): Promise<Problems> => {
  const { session, api, texts } = context.locals;
  const { hold } = session;
  const draft = draftOf(values);
  if (!hold) return { form: texts.book.holdOver };
  try {
    const path = `/scheduling/holds/${encodeURIComponent(hold.id)}/extend`;
    const { data } = await api.post(path, dataOf(holdSchema));
    const { expiresAt, extendable } = data;
    await writeSession(context, { ...session, draft, hold: { ...hold, expiresAt, extendable } });
    return {};
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 409) return problemsOf(error, texts);
    if (error.code === 'ALREADY_EXTENDED') {
      await writeSession(context, { ...session, draft, hold: { ...hold, extendable: false } });
      return {};
    }
    await forget(context);
    return { form: texts.book.holdOver };
  }
};

/** Gives the time back at once. */
export const releaseHold = async (context: Context): Promise<void> => {
  const { session, api } = context.locals;
  if (!session.hold) return;
  await api
    .raw('POST', `/scheduling/holds/${encodeURIComponent(session.hold.id)}/release`)
    .catch((error: unknown) => {
      // It runs out by itself.
      if (!(error instanceof ApiProblem)) throw error;
    });
  await forget(context);
};
