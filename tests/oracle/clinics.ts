import type {
  PractitionerRules,
  Rules,
  Segment,
} from '../../plugins/scheduling/server/src/domain/slots/availability.ts';
import type { WeeklyHours } from '../../plugins/scheduling/server/src/domain/slots/opening.ts';
import type { Claimed } from './model.ts';
import { minute } from './timeline.ts';

/** A clinic that follows from its seed, its zone and a date. */
export interface Case {
  readonly seed: number;
  readonly rules: Rules;
  readonly claimed: Claimed;
  readonly from: Temporal.PlainDate;
  readonly days: number;
}

const dice = (seed: number) => {
  let state = seed >>> 0;
  const roll = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(roll() * count);
  return {
    below,
    chance: (share: number) => roll() < share,
    one: <T>(...choices: T[]): T => choices[below(choices.length)] as T,
    some: <T>(most: number, make: (index: number) => T): T[] =>
      Array.from({ length: below(most + 1) }, (_, index) => make(index)),
  };
};

/** Around `centre`, whose zone changes its clock at `clock` minutes after midnight where it does. */
export const clinicOf = (
  seed: number,
  zone: string,
  centre: Temporal.PlainDate,
  clock: number,
): Case => {
  const { below, chance, one, some } = dice(seed);
  const noon = centre.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).epochMilliseconds;
  const near = (days: number) => centre.add({ days }).toString();
  const spans = (most: number, longest: number) =>
    some(most, () => {
      const start = noon + (below(4 * 1440) - 2 * 1440) * minute;
      return { start, end: start + (1 + below(longest)) * minute };
    }).sort((a, b) => a.start - b.start);

  const timeOfDay = () =>
    chance(0.3)
      ? (clock + 1440 + one(-90, -60, -45, -30, -15, -1, 0, 1, 15, 30, 45, 60, 90)) % 1440
      : one(below(24) * 60, below(96) * 15, below(1440));
  const entry = (): WeeklyHours => {
    const from = timeOfDay();
    const to = chance(0.3) ? timeOfDay() : (from + one(0, 60, 240, 480, 720, below(1440))) % 1440;
    return {
      weekday: ((centre.dayOfWeek + one(-3, -2, -1, -1, 0, 0, 0, 1, 1, 2, 3) + 6) % 7) + 1,
      from,
      to: to === 0 && chance(0.5) ? 1440 : to,
      available: chance(0.82),
      validFrom: chance(0.15) ? near(below(4) - 3) : null,
      validUntil: chance(0.15) ? near(below(4) - 1) : null,
      weeks: one('every', 'every', 'every', 'odd', 'even'),
      instead: chance(0.12),
    };
  };
  const person = (id: string): PractitionerRules => ({
    id,
    hours: some(9, entry),
    off: spans(2, 600),
  });
  const segment = (): Segment => ({
    minutes: one(0, 5, 5, 10, 10, 15, 20, 30),
    practitioner: chance(0.6),
    assistant: chance(0.4),
  });
  const practitioners = [person('p0'), ...some(2, (n) => person(`p${n + 1}`))];
  const helpers = some(2, (n) => person(`a${n}`));
  const doubling = chance(0.3) ? practitioners.slice(0, 2) : [];
  const rules: Rules = {
    location: 'centre',
    zone,
    visit: {
      duration: one(5, 10, 20, 30, 30, 45, 60, 90),
      bufferBefore: one(0, 0, 0, 5, 15),
      bufferAfter: one(0, 0, 0, 5, 10),
      step: one(5, 7, 10, 15, 15, 20, 25, 30, 60),
      leadTime: 0,
      horizonDays: 365,
      segments: chance(0.5) ? [] : some(4, segment),
      equipment: one([], [], [], ['scanner'], ['laser'], ['scanner', 'laser']),
    },
    practitioners,
    chairs: [0, ...some(2, (n) => n + 1)].map((n) => ({ id: `c${n}`, off: spans(1, 300) })),
    assistants: chance(0.5) ? [...doubling, ...helpers] : [...helpers, ...doubling],
    equipment: some(3, (n) => ({
      id: `e${n}`,
      kind: one('scanner', 'laser'),
      off: spans(1, 300),
    })),
    holidays: chance(0.3) ? some(2, () => near(below(4) - 2)) : [],
    closed: chance(0.3) ? spans(2, 200) : [],
  };
  const most = one(0, 4, 30);
  const ids = [rules.practitioners, rules.assistants, rules.chairs, rules.equipment]
    .flat()
    .map(({ id }) => id);
  const days = one(1, 1, 2, 3);
  return {
    seed,
    rules: chance(0.05) ? { ...rules, chairs: [] } : rules,
    claimed: new Map([...new Set(ids)].map((id) => [id, spans(most, 90)] as const)),
    from: centre.add({ days: days === 3 ? -1 : days === 2 ? one(-1, 0) : one(-1, 0, 1) }),
    days,
  };
};
