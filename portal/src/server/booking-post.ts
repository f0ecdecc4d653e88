/** Sending the checked answers to the clinic. */
import { readSlotValue, type Slot, slotValue } from '../lib/slots.ts';
import { ApiProblem, dataOf } from './api.ts';
import { type Choice, pathOf } from './booking.ts';
import { slots, visit } from './contracts.ts';
import { type Problems, problemsOf, type Values } from './form.ts';
import { writeSession } from './session.ts';

type Context = Parameters<typeof writeSession>[0] & { locals: App.Locals };

export type Refusal = {
  readonly kind: 'refused';
  readonly status: number;
  readonly problems: Problems;
  /** Free times nearest to the one that was taken. */
  readonly alternatives: readonly Slot[];
};
export type Outcome = { readonly kind: 'go'; readonly to: string } | Refusal;

/** What a taken or otherwise refused time means for the page. */
export const refusal = (error: unknown, texts: App.Locals['texts']): Refusal => {
  if (error instanceof ApiProblem && ['SLOT_TAKEN', 'PATIENT_BUSY'].includes(error.code)) {
    const alternatives = slots.safeParse(error.details.alternatives).data ?? [];
    const busy = error.code === 'PATIENT_BUSY' ? texts.book.busy : texts.book.taken;
    return {
      kind: 'refused',
      status: 409,
      alternatives,
      problems: alternatives.length > 0 ? { alternatives: busy } : { form: texts.book.takenNone },
    };
  }
  const problems = problemsOf(error, texts);
  const status = error instanceof ApiProblem ? error.status : 400;
  return { kind: 'refused', status, alternatives: [], problems };
};

/** A time taken from what the page offered wins over the one in the address. */
export const chosenSlot = (values: Values, fallback: { start: string; practitioner: string }) =>
  readSlotValue(values.slot) ?? fallback;

/** The key of an attempt: pressing twice books once, another time is another attempt. */
const attemptKey = (values: Values, slot: { start: string; practitioner: string }) =>
  `${values.key ?? ''}:${slotValue(slot)}`;

export const confirmBooking = async (
  context: Context,
  choice: Choice,
  values: Values,
): Promise<Outcome> => {
  const { locals } = context;
  const { language, texts, api } = locals;
  const { service, location, slot } = choice;
  if (!service || !location || !slot) return { kind: 'go', to: pathOf(language, 'time', choice) };
  const reason = (values.reason ?? '').slice(0, 1000);
  const wanted = chosenSlot(values, {
    start: slot.start,
    practitioner: slot.practitioner.documentId,
  });
  const signInAgain = async (): Promise<Outcome> => {
    await writeSession(context, { draft: { reason } });
    return { kind: 'go', to: `${pathOf(language, 'you', choice)}&mode=sign-in` };
  };
  if (!locals.session.access) return signInAgain();
  try {
    const { data } = await api.post('/scheduling/bookings', dataOf(visit), {
      body: {
        appointmentType: service.documentId,
        location: location.documentId,
        ...wanted,
        ...(reason ? { reason } : {}),
      },
      headers: { 'Idempotency-Key': attemptKey(values, wanted) },
    });
    const { draft: _draft, ...rest } = locals.session;
    if (_draft) await writeSession(context, rest);
    return { kind: 'go', to: `${pathOf(language, 'done')}?appointment=${data.documentId}` };
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return signInAgain();
    return refusal(error, texts);
  }
};
