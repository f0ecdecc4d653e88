/** Sending the checked answers to the clinic. */
import { slotValue } from '../lib/slots.ts';
import { ApiProblem, dataOf } from './api.ts';
import { type Choice, pathOf, writeChoice } from './booking.ts';
import { managed, visit } from './contracts.ts';
import { draftOf } from './draft.ts';
import type { Values } from './form.ts';
import { provenGuest } from './guest-identity.ts';
import { holdFor } from './hold.ts';
import { chosenSlot, type Refusal, refusal } from './refusal.ts';
import { writeSession } from './session.ts';

type Context = Parameters<typeof writeSession>[0] & { locals: App.Locals };

export type Outcome = { readonly kind: 'go'; readonly to: string } | Refusal;

/** The key of an attempt: pressing twice books once, another time is another attempt. */
const attemptKey = (values: Values, slot: { start: string; practitioner: string }) =>
  `${values.key ?? ''}:${slotValue(slot)}`;

/** Where another page goes on with what was chosen and typed: more dates, more visits. */
export const onwardFrom = (
  language: string,
  choice: Choice,
  { intent, whom = '' }: Values,
): string | undefined => {
  if (intent === 'repeat') return `/${language}/book/repeat?${writeChoice(choice)}`;
  if (intent !== 'together' || !choice.service || !choice.location) return undefined;
  const query = new URLSearchParams([
    ['service', choice.service.documentId],
    ['whom', whom],
    ['service', ''],
    ['whom', ''],
    ['location', choice.location.documentId],
  ]);
  return `/${language}/book/together?${query}`;
};

/** The visit that the same form booked before with other answers. */
const bookedBefore = (error: unknown): string | undefined => {
  if (!(error instanceof ApiProblem) || error.code !== 'IDEMPOTENCY_MISMATCH') return undefined;
  const { appointment } = error.details;
  return typeof appointment === 'string' ? appointment : undefined;
};

type Guest = NonNullable<ReturnType<typeof provenGuest>>;

/** The page of the booked visit. */
const send = async (
  { api, language }: App.Locals,
  booking: object,
  key: string,
  guest: Guest | undefined,
): Promise<string> => {
  if (!guest) {
    const { data } = await api.post('/scheduling/bookings', dataOf(visit), {
      body: booking,
      headers: { 'Idempotency-Key': key },
    });
    return `${pathOf(language, 'done')}?appointment=${data.documentId}`;
  }
  const { firstName, lastName, dateOfBirth, email, mobileNumber, way, token } = guest;
  const other = way === 'email' ? { mobileNumber } : { email };
  const { data } = await api.post('/scheduling/guest/bookings', dataOf(managed), {
    body: { booking, patient: { firstName, lastName, dateOfBirth, ...other, language } },
    headers: { 'Idempotency-Key': key, Authorization: `Guest ${token}` },
  });
  return `/${language}/visits/manage/${data.manage}?done=booked`;
};

export const confirmBooking = async (
  context: Context,
  choice: Choice,
  values: Values,
): Promise<Outcome> => {
  const { locals } = context;
  const { language, texts, session } = locals;
  const { service, location, slot } = choice;
  if (!service || !location || !slot) return { kind: 'go', to: pathOf(language, 'time', choice) };
  const draft = draftOf(values);
  const { reason, whom } = draft;
  const wanted = chosenSlot(values, {
    start: slot.start,
    practitioner: slot.practitioner.documentId,
  });
  const guest = session.access ? undefined : provenGuest(session);
  const identifyAgain = async (): Promise<Outcome> => {
    await writeSession(context, { ...locals.session, draft });
    const mode = session.guest && !session.access ? 'guest' : 'sign-in';
    return { kind: 'go', to: `${pathOf(language, 'you', choice)}&mode=${mode}` };
  };
  if (!session.access && !guest) return identifyAgain();
  const key = attemptKey(values, wanted);
  const place = { appointmentType: service.documentId, location: location.documentId };
  const words = {
    ...(reason ? { reason } : {}),
    ...(whom && !guest ? { patient: whom } : {}),
  };
  const asked = { ...place, ...wanted, ...words };
  const hold = holdFor(locals, choice, wanted);
  try {
    const to = await send(locals, hold ? { hold: hold.id, ...words } : asked, key, guest).catch(
      (error: unknown) => {
        // Given back in another window: the time may still be free.
        if (!(error instanceof ApiProblem && error.code === 'HOLD_GONE')) throw error;
        return send(locals, asked, key, guest);
      },
    );
    const { draft: _sent, hold: _hold, resume: _resume, ...rest } = locals.session;
    await writeSession(context, rest);
    return { kind: 'go', to };
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return identifyAgain();
    if (error instanceof ApiProblem && error.code === 'ADDRESS_NOT_CONFIRMED')
      await writeSession(context, { ...locals.session, draft });
    const earlier = bookedBefore(error);
    if (earlier && !guest)
      return { kind: 'go', to: `${pathOf(language, 'done')}?appointment=${earlier}` };
    return refusal(error, texts);
  }
};
