/** Free times as a page shows them. A slot's `start` carries its location's offset, so its text is local time. */

export interface Slot {
  readonly start: string;
  readonly end: string;
  /** documentId; of visits back to back all of them in order, parted by dots */
  readonly practitioner: string;
  /** documentId */
  readonly location: string;
}

export const sameInstant = (a: string, b: string): boolean =>
  Temporal.Instant.from(a).equals(Temporal.Instant.from(b));

export interface Day {
  /** `2026-11-24` */
  readonly date: string;
  readonly times: readonly { readonly value: string; readonly label: string }[];
}

/** One form value for a time with somebody. */
export const slotValue = ({ start, practitioner }: Pick<Slot, 'start' | 'practitioner'>): string =>
  `${start}~${practitioner}`;

/** The reverse; undefined when it is not one. */
export const readSlotValue = (
  value: string | null | undefined,
): Pick<Slot, 'start' | 'practitioner'> | undefined => {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:[+-]\d\d:\d\d|Z))~([\w.-]+)$/.exec(
    value ?? '',
  );
  const [, start, practitioner] = match ?? [];
  return start !== undefined && practitioner !== undefined ? { start, practitioner } : undefined;
};

export const groupByDay = (slots: readonly Slot[]): Day[] => {
  const days = new Map<string, Day['times'][number][]>();
  for (const slot of [...slots].sort((a, b) => a.start.localeCompare(b.start))) {
    const date = slot.start.slice(0, 10);
    const times = days.get(date) ?? [];
    times.push({ value: slotValue(slot), label: slot.start.slice(11, 16) });
    days.set(date, times);
  }
  return [...days].map(([date, times]) => ({ date, times }));
};
