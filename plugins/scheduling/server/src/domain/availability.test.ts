import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Interval } from '@enamel/kernel';
import fc from 'fast-check';
import { bookableSpan, type Rules, slotsOf, spanOfDates } from './availability.ts';
import { dateOf, day, minute, offsetWriter, stretchesOf } from './local-time.ts';
import type { WeeklyHours } from './opening.ts';
import { judge } from './placement.ts';

const hour = 60;
const hours = (weekday: number, from: number, to: number, more: Partial<WeeklyHours> = {}) => ({
  weekday,
  from,
  to,
  available: true,
  validFrom: null,
  validUntil: null,
  weeks: 'every' as const,
  instead: false,
  ...more,
});
const visit = {
  duration: 30,
  bufferBefore: 0,
  bufferAfter: 0,
  step: 15,
  leadTime: 0,
  horizonDays: 365,
  segments: [],
  equipment: [],
};
const clinic = (more: Partial<Rules> = {}): Rules => ({
  location: 'centre',
  zone: 'Europe/Bucharest',
  visit,
  practitioners: [{ id: 'ana', hours: [hours(1, 9 * hour, 11 * hour)], off: [] }],
  chairs: [{ id: 'one', off: [] }],
  assistants: [],
  equipment: [],
  holidays: [],
  closed: [],
  ...more,
});
const at = (written: string): number => Temporal.Instant.from(written).epochMilliseconds;
const during = (start: string, end: string): Interval => ({ start: at(start), end: at(end) });

const starts = (
  rules: Rules,
  date: string,
  busy: Record<string, Interval[]> = {},
  days = 1,
): string[] => {
  const midnight = dateOf(date);
  const stretches = stretchesOf(rules.zone, midnight, midnight + days * day);
  const write = offsetWriter(stretches);
  return slotsOf(
    rules,
    new Map(Object.entries(busy)),
    spanOfDates(date, days, stretches),
    stretches,
  ).map(({ start }) => write(start).slice(11, 16));
};

test('a free morning is offered on the grid', () => {
  assert.deepEqual(starts(clinic(), '2026-06-01'), [
    '09:00',
    '09:15',
    '09:30',
    '09:45',
    '10:00',
    '10:15',
    '10:30',
  ]);
  assert.deepEqual(starts(clinic(), '2026-06-02'), []);
});

test('a claim of the practitioner takes its time, and buffers keep their distance', () => {
  const busy = { ana: [during('2026-06-01T09:30:00+03:00', '2026-06-01T10:00:00+03:00')] };
  assert.deepEqual(starts(clinic(), '2026-06-01', busy), ['09:00', '10:00', '10:15', '10:30']);
  const rules = clinic({ visit: { ...visit, bufferBefore: 10, bufferAfter: 5 } });
  assert.deepEqual(starts(rules, '2026-06-01', busy), ['10:15', '10:30']);
});

test('one and the same chair must be free for the whole visit', () => {
  const rules = clinic({
    chairs: [
      { id: 'one', off: [] },
      { id: 'two', off: [] },
    ],
  });
  const busy = {
    one: [during('2026-06-01T09:00:00+03:00', '2026-06-01T09:45:00+03:00')],
    two: [during('2026-06-01T09:30:00+03:00', '2026-06-01T11:00:00+03:00')],
  };
  assert.deepEqual(starts(rules, '2026-06-01', busy), [
    '09:00',
    '09:45',
    '10:00',
    '10:15',
    '10:30',
  ]);
  assert.deepEqual(starts({ ...rules, chairs: [] }, '2026-06-01'), []);
});

test('time off, a closed location and an unavailable entry take time away; the grid stays', () => {
  const off = [during('2026-06-01T09:00:00+03:00', '2026-06-01T10:10:00+03:00')];
  const away = clinic({ practitioners: [{ id: 'ana', hours: [hours(1, 540, 660)], off }] });
  assert.deepEqual(starts(away, '2026-06-01'), ['10:15', '10:30']);
  assert.deepEqual(starts(clinic({ closed: off }), '2026-06-01'), ['10:15', '10:30']);
  const lunch = [hours(1, 540, 660), hours(1, 540, 610, { available: false })];
  const fed = clinic({ practitioners: [{ id: 'ana', hours: lunch, off: [] }] });
  assert.deepEqual(starts(fed, '2026-06-01'), ['10:15', '10:30']);
});

test('hours hold from their first to their last date', () => {
  const rules = clinic({
    practitioners: [
      {
        id: 'ana',
        hours: [hours(1, 540, 570, { validFrom: '2026-06-08', validUntil: '2026-06-08' })],
        off: [],
      },
    ],
  });
  assert.deepEqual(starts(rules, '2026-06-01'), []);
  assert.deepEqual(starts(rules, '2026-06-08'), ['09:00']);
  assert.deepEqual(starts(rules, '2026-06-15'), []);
});

test('hours past midnight belong to the evening on which they began', () => {
  const rules = clinic({
    practitioners: [{ id: 'ana', hours: [hours(1, 23 * hour, 1 * hour)], off: [] }],
    visit: { ...visit, step: 30 },
  });
  assert.deepEqual(starts(rules, '2026-06-01'), ['23:00', '23:30']);
  assert.deepEqual(starts(rules, '2026-06-02'), ['00:00', '00:30']);
});

test('on the night the clock jumps ahead the missing hour is not offered', () => {
  const night = clinic({
    practitioners: [{ id: 'ana', hours: [hours(7, 2 * hour, 5 * hour)], off: [] }],
    visit: { ...visit, step: 30 },
  });
  assert.deepEqual(starts(night, '2026-03-29'), ['02:00', '02:30', '04:00', '04:30']);
});

test('on the night the clock goes back the hour shown twice is offered twice', () => {
  const night = clinic({
    practitioners: [{ id: 'ana', hours: [hours(7, 2 * hour, 5 * hour)], off: [] }],
    visit: { ...visit, step: 60, duration: 60 },
  });
  assert.deepEqual(starts(night, '2026-10-25'), ['02:00', '03:00', '03:00', '04:00']);
});

test('lead time and horizon bound what may be booked', () => {
  const now = at('2026-06-01T09:10:00+03:00');
  const stretches = stretchesOf('Europe/Bucharest', now, now + 60 * day);
  const span = bookableSpan({ ...visit, leadTime: 60, horizonDays: 30 }, now, stretches);
  assert.equal(span.start, at('2026-06-01T10:10:00+03:00'));
  assert.equal(span.end, at('2026-07-02T00:00:00+03:00'));
});

/**
 * The oracle: for every practitioner and minute, ask minute by minute whether wall clock, claims and one chair allow the
 * visit. Slow and plain: it shares only the rules with the engine.
 */
const oracle = (
  rules: Rules,
  busy: ReadonlyMap<string, readonly Interval[]>,
  date: Temporal.PlainDate,
  days: number,
): Set<string> => {
  const found = new Set<string>();
  const begin = date.toZonedDateTime(rules.zone).startOfDay().epochMilliseconds;
  const end = date.add({ days }).toZonedDateTime(rules.zone).startOfDay().epochMilliseconds;
  const { duration, bufferBefore, bufferAfter, step } = rules.visit;
  const free = (id: string, from: number, to: number) =>
    !(busy.get(id) ?? []).some((b) => b.start < to && b.end > from);
  for (const { id, hours: entries, off } of rules.practitioners) {
    const away = [...off, ...rules.closed];
    const opensDuring = (instant: number, available: boolean): boolean => {
      const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(rules.zone);
      const clock = local.hour * 60 + local.minute;
      return entries.some(
        (entry) =>
          entry.available === available &&
          entry.weekday === local.dayOfWeek &&
          clock >= entry.from &&
          clock < entry.to,
      );
    };
    const scheduled = (instant: number) => opensDuring(instant, true);
    const works = (instant: number) =>
      scheduled(instant) &&
      !opensDuring(instant, false) &&
      !away.some((o) => o.start <= instant && instant < o.end);
    let anchor = Number.NaN;
    for (let minuteAt = begin - day; minuteAt < end; minuteAt += minute) {
      if (scheduled(minuteAt) && !scheduled(minuteAt - minute)) anchor = minuteAt;
      if (minuteAt < begin || (minuteAt - anchor) % (step * minute) !== 0) continue;
      const last = minuteAt + duration * minute;
      let fits = true;
      for (let m = minuteAt; m < last && fits; m += minute) fits = works(m);
      if (!fits) continue;
      const from = minuteAt - bufferBefore * minute;
      const to = last + bufferAfter * minute;
      const seated = rules.chairs.some(
        (c) => free(c.id, from, to) && !c.off.some((o) => o.start < to && o.end > from),
      );
      if (seated && free(id, from, to)) found.add(`${id} ${minuteAt}`);
    }
  }
  return found;
};

const anyClinic = fc
  .record({
    zone: fc.constantFrom(
      'Europe/Bucharest',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Africa/Cairo',
      'America/Santiago',
    ),
    date: fc.constantFrom(
      '2026-03-08',
      '2026-03-29',
      '2026-04-05',
      '2026-04-24',
      '2026-06-01',
      '2026-09-06',
      '2026-10-04',
      '2026-10-25',
      '2026-10-29',
      '2026-11-01',
    ),
    visit: fc.record({
      duration: fc.constantFrom(10, 30, 45),
      bufferBefore: fc.constantFrom(0, 0, 5),
      bufferAfter: fc.constantFrom(0, 0, 10),
      step: fc.constantFrom(10, 15, 20),
      leadTime: fc.constant(0),
      horizonDays: fc.constant(365),
      segments: fc.constant([]),
      equipment: fc.constant([]),
    }),
    practitioners: fc.array(
      fc.array(
        fc.record({
          weekday: fc.integer({ min: 1, max: 7 }),
          from: fc.integer({ min: 0, max: 47 }).map((n) => n * 30),
          length: fc.integer({ min: 1, max: 16 }).map((n) => n * 30),
          available: fc.constantFrom(true, true, true, false),
        }),
        { maxLength: 8 },
      ),
      { minLength: 1, maxLength: 2 },
    ),
    chairs: fc.integer({ min: 0, max: 2 }),
    taken: fc.array(
      fc.record({
        who: fc.constantFrom('p0', 'p1', 'c0', 'c1', 'off0', 'closed', 'offc0'),
        from: fc.integer({ min: -60, max: 40 * 60 }),
        length: fc.integer({ min: 1, max: 120 }),
      }),
      { maxLength: 14 },
    ),
  })
  .map(({ zone, date, visit: shape, practitioners, chairs, taken }) => {
    const begin = Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
    const spans = (who: string) =>
      taken
        .filter((t) => t.who === who)
        .map((t) => ({ start: begin + t.from * minute, end: begin + (t.from + t.length) * minute }))
        .sort((a, b) => a.start - b.start);
    const rules: Rules = {
      location: 'centre',
      zone,
      visit: shape,
      practitioners: practitioners.map((entries, n) => ({
        id: `p${n}`,
        // The oracle asks the wall clock alone, so entries end by midnight.
        hours: entries.map(({ weekday, from, length, available }) =>
          hours(weekday, from, Math.min(from + length, 1440), { available }),
        ),
        off: n === 0 ? spans('off0') : [],
      })),
      chairs: Array.from({ length: chairs }, (_, n) => ({
        id: `c${n}`,
        off: n === 0 ? spans('offc0') : [],
      })),
      assistants: [],
      equipment: [],
      holidays: [],
      closed: spans('closed'),
    };
    const busy = new Map(['p0', 'p1', 'c0', 'c1'].map((who) => [who, spans(who)] as const));
    return { rules, busy, date };
  });

const explainable = (rules: Rules, date: string): boolean => {
  // Where the clock goes back, "the first instant that shows it" and "every instant that shows it" differ only for
  // entries that begin or end inside the hour shown twice; those have tests of their own above.
  const midnight = dateOf(date);
  const stretches = stretchesOf(rules.zone, midnight - day, midnight + 3 * day);
  return stretches.every((stretch, index) => {
    const next = stretches[index + 1];
    if (!next || next.offset >= stretch.offset) return true;
    const from = next.start + next.offset;
    const to = stretch.end + stretch.offset;
    const inside = (n: number) => {
      const clock = [0, 1, -1].map((d) => Math.floor(from / day) * day + d * day + n * minute);
      return clock.some((c) => c >= from && c <= to);
    };
    return rules.practitioners.every(({ hours: entries }) =>
      entries.every(({ from: a, to: b }) => !inside(a) && !inside(b)),
    );
  });
};

test('the engine finds exactly what the oracle finds', () => {
  fc.assert(
    fc.property(anyClinic, ({ rules, busy, date }) => {
      fc.pre(explainable(rules, date));
      const midnight = dateOf(date);
      const stretches = stretchesOf(rules.zone, midnight, midnight + 2 * day);
      const slots = slotsOf(rules, busy, spanOfDates(date, 2, stretches), stretches);
      const found = slots.map(({ practitioner, start }) => `${practitioner} ${start}`);
      const expected = oracle(rules, busy, Temporal.PlainDate.from(date), 2);
      assert.deepEqual([...found].sort(), [...expected].sort());
      assert.equal(new Set(found).size, found.length);
    }),
    { numRuns: 300, verbose: true },
  );
});

test('a time is offered exactly when a patient may book it', () => {
  fc.assert(
    fc.property(anyClinic, ({ rules, busy, date }) => {
      const midnight = dateOf(date);
      const stretches = stretchesOf(rules.zone, midnight - day, midnight + 2 * day);
      const span = spanOfDates(date, 1, stretches);
      const offered = new Set(
        slotsOf(rules, busy, span, stretches).map((s) => `${s.practitioner} ${s.start}`),
      );
      for (const { id } of rules.practitioners)
        for (let start = span.start; start < span.end; start += 5 * minute) {
          const wish = {
            practitioner: id,
            patient: 'someone',
            start,
            end: start + rules.visit.duration * minute,
          };
          const terms = { by: 'patient', overbook: false } as const;
          const verdict = judge(rules, busy, wish, span.start - day, stretches, terms);
          assert.equal(verdict.fits, offered.has(`${id} ${start}`));
        }
    }),
    { numRuns: 150, verbose: true },
  );
});
