import type { Interval } from '@enamel/kernel';
import { day, localOf, type Stretch } from './local-time.ts';
import type { Busy, Slot } from './rules.ts';

/** Claimed milliseconds by local date. */
const loadsOf = (
  claims: readonly Interval[],
  stretches: readonly Stretch[],
): Map<number, number> => {
  const loads = new Map<number, number>();
  for (const { start, end } of claims) {
    let at = localOf(start, stretches);
    const until = at + (end - start);
    while (at < until) {
      const date = Math.floor(at / day);
      const next = Math.min(until, (date + 1) * day);
      loads.set(date, (loads.get(date) ?? 0) + next - at);
      at = next;
    }
  }
  return loads;
};

/**
 * One slot for each start that anybody has, in order of time: with the patient's usual practitioner, else with whoever has
 * the least claimed time on that local date, else with whoever comes first in `slots`.
 */
export const slotsForAnyone = (
  slots: readonly Slot[],
  busy: Busy,
  usual: string | null,
  stretches: readonly Stretch[],
): Slot[] => {
  const loads = new Map<string, Map<number, number>>();
  const loadOf = ({ practitioner, start }: Slot): number => {
    let own = loads.get(practitioner);
    if (!own) {
      own = loadsOf(busy.get(practitioner) ?? [], stretches);
      loads.set(practitioner, own);
    }
    return own.get(Math.floor(localOf(start, stretches) / day)) ?? 0;
  };
  const chosen = new Map<number, Slot>();
  for (const slot of slots) {
    const rival = chosen.get(slot.start);
    const wins =
      !rival ||
      slot.practitioner === usual ||
      (rival.practitioner !== usual && loadOf(slot) < loadOf(rival));
    if (wins) chosen.set(slot.start, slot);
  }
  return [...chosen.values()].sort((a, b) => a.start - b.start);
};
