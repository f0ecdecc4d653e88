import { clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { GroupSlot } from '../../../../shared/groups.ts';
import { bookableSpan, spanOfDates } from '../../domain/slots/availability.ts';
import { type ChainItem, chainSlotsOf } from '../../domain/slots/chains.ts';
import { dateOf, day, offsetWriter, stretchesOf } from '../../domain/slots/local-time.ts';
import type { Taken } from '../../domain/slots/rules.ts';
import { situationOf } from '../../store/slots/situation.ts';
import { type Found, found, rulesOf } from './rules.ts';

/** One visit of a group. Ids are document ids. */
export interface GroupPart {
  readonly type: string;
  /** Anyone who performs it when null. */
  readonly practitioner: string | null;
  readonly patient: string;
}

export interface GroupSlotsQuery {
  readonly parts: readonly GroupPart[];
  readonly location: string;
  /** Local date of the location, `YYYY-MM-DD`. */
  readonly from: string;
  readonly days: number;
  /** One practitioner throughout. */
  readonly together: boolean;
  readonly by: 'patient' | 'desk';
}

/** Starts at which all visits of a group can follow one another; of each start the first choice of people. */
export const groupSlots = async (
  strapi: Core.Strapi,
  { parts, location, from, days, together, by }: GroupSlotsQuery,
): Promise<{ slots: GroupSlot[]; zone: string }> => {
  const now = clockOf(strapi).now().epochMilliseconds;
  const midnight = dateOf(from);
  const span = { start: midnight - day, end: midnight + (days + 2) * day };
  const situations: Found[] = [];
  for (const { type, practitioner, patient } of parts) {
    const query = { type, location, practitioner, patient, span, now };
    const situation = await situationOf(strapi.db.connection, query);
    situations.push(found(situation, practitioner, by));
  }
  const [first] = situations;
  if (!first) return { slots: [], zone: 'UTC' };
  const { zone } = first.location;
  const open = situations.every(({ type }) => by === 'desk' || type.online);
  const farthest = now + Math.max(...situations.map(({ type }) => type.horizonDays + 2)) * day;
  if (!open || span.end < now || (by === 'patient' && span.start > farthest))
    return { slots: [], zone };
  const stretches = stretchesOf(zone, Math.min(now, span.start), span.end);
  const asked = spanOfDates(from, days, stretches);
  const wide = situations.map(({ type }) => bookableSpan(type, now, stretches));
  const bookable =
    by === 'patient'
      ? {
          start: Math.max(asked.start, ...wide.map(({ start }) => start)),
          end: Math.min(asked.end, ...wide.map(({ end }) => end)),
        }
      : { start: Math.max(asked.start, now), end: asked.end };
  const busy = new Map<string, readonly Taken[]>(situations.flatMap((each) => [...each.busy]));
  const items = situations.map((situation, index): ChainItem => {
    const { patient } = parts[index] as GroupPart;
    return { rules: rulesOf(situation, by), patient };
  });
  const write = offsetWriter(stretches);
  const seen = new Set<number>();
  const slots: GroupSlot[] = [];
  for (const slot of chainSlotsOf(items, busy, bookable, stretches, together)) {
    if (seen.has(slot.start)) continue;
    seen.add(slot.start);
    const written = slot.parts.map((each) => ({
      ...each,
      start: write(each.start),
      end: write(each.end),
    }));
    slots.push({ start: write(slot.start), end: write(slot.end), parts: written });
  }
  return { slots: slots.sort((a, b) => Date.parse(a.start) - Date.parse(b.start)), zone };
};
