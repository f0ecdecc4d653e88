/** What the clinic answers about visits back to back. */
import type { z } from 'zod';
import { addDays } from '../lib/dates.ts';
import type { Slot } from '../lib/slots.ts';
import { ApiProblem, dataOf } from './api.ts';
import { groupAnswer, groupSlots } from './contracts.ts';
import type { Look } from './free-times.ts';
import { type Refusal, refusal } from './refusal.ts';
import type { Whole } from './together.ts';

type GroupSlot = z.infer<typeof groupSlots>[number];

/** Days that one question may span. */
const reach = 31;

const asSlot = ({ start, end, parts }: GroupSlot, location: string): Slot => ({
  start,
  end,
  practitioner: parts.map(({ practitioner }) => practitioner).join('.'),
  location,
});

const itemsOf = ({ rows }: Whole, practitioners: readonly string[] = []) =>
  rows.map(({ service, whom }, index) => ({
    appointmentType: service.documentId,
    ...(whom ? { patient: whom.documentId } : {}),
    ...(practitioners[index] ? { practitioner: practitioners[index] } : {}),
  }));

const ask = async ({ api }: App.Locals, chosen: Whole, from: string, days: number) => {
  const { location, same } = chosen;
  const place = { location: location.documentId, from, days, together: same };
  const body = { items: itemsOf(chosen), ...place };
  return (await api.post('/scheduling/slots/chain', dataOf(groupSlots), { body })).data;
};

export const lookTogether =
  (locals: App.Locals, chosen: Whole): Look =>
  async (from, days) => {
    const found: Slot[] = [];
    for (let ahead = 0; ahead < days; ahead += reach) {
      const slots = await ask(locals, chosen, addDays(from, ahead), Math.min(reach, days - ahead));
      found.push(...slots.map((slot) => asSlot(slot, chosen.location.documentId)));
    }
    return found;
  };

/** Each visit's times as they are free now; undefined when the start is free no more. */
export const partsAt = async (
  locals: App.Locals,
  chosen: Whole,
  start: string,
): Promise<GroupSlot['parts'] | undefined> => {
  const slots = await ask(locals, chosen, start.slice(0, 10), 1);
  const wanted = Temporal.Instant.from(start);
  return slots.find((slot) => wanted.equals(slot.start))?.parts;
};

/** @returns the group's id */
export const bookTogether = async (
  { api }: App.Locals,
  chosen: Whole,
  { start, practitioner }: Pick<Slot, 'start' | 'practitioner'>,
  { key, reason }: { readonly key: string; readonly reason: string },
): Promise<string> => {
  const items = itemsOf(chosen, practitioner.split('.'));
  const body = {
    items,
    location: chosen.location.documentId,
    start,
    ...(reason ? { reason } : {}),
  };
  const headers = { 'Idempotency-Key': `together:${key}:${start}` };
  const answer = await api.post('/scheduling/bookings/group', dataOf(groupAnswer), {
    body,
    headers,
  });
  return answer.data.group;
};

/** What a refused group means for the page, and the starts at which all fit. */
export const refusedTogether = (
  error: unknown,
  chosen: Whole,
  texts: App.Locals['texts'],
): Refusal => {
  const refused = refusal(error, texts);
  if (!(error instanceof ApiProblem)) return refused;
  const found = groupSlots.safeParse(error.details.alternatives).data ?? [];
  if (found.length === 0) return refused;
  const { code } = error;
  const { location } = chosen;
  const words =
    texts.together.refused[code] ??
    texts.book.refused[code] ??
    refused.problems.form ??
    texts.problems.general;
  return {
    ...refused,
    alternatives: found.map((slot) => asSlot(slot, location.documentId)),
    problems: { alternatives: words },
  };
};
