import { links } from './links.ts';

/** Every name of a zone that this runtime should know. */
export const zones: readonly string[] = [...Intl.supportedValuesOf('timeZone'), ...links];

/** Zones whose clocks were and will be set alike; the first stands for all. */
export interface Family {
  readonly zones: readonly string[];
  /** Instants at which the clock changes, from 2020 to 2040. */
  readonly changes: readonly number[];
}

const first = Date.UTC(2020, 0, 1);
const last = Date.UTC(2041, 0, 1);

export const families = (): Family[] => {
  const found = new Map<string, { zones: string[]; changes: number[] }>();
  for (const zone of zones) {
    let at = Temporal.Instant.fromEpochMilliseconds(first).toZonedDateTimeISO(zone);
    const changes: number[] = [];
    const rules = [at.offset];
    for (;;) {
      const next = at.getTimeZoneTransition('next');
      if (next === null || next.epochMilliseconds >= last) break;
      at = next;
      changes.push(at.epochMilliseconds);
      rules.push(`${at.epochMilliseconds} ${at.offset}`);
    }
    const key = rules.join();
    const family = found.get(key) ?? { zones: [], changes };
    family.zones.push(zone);
    found.set(key, family);
  }
  return [...found.values()];
};

/** The local date around which a change shows: the one that its last minute before belongs to. */
export const dateBefore = (change: number, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(change - 60_000)
    .toZonedDateTimeISO(zone)
    .toPlainDate();
