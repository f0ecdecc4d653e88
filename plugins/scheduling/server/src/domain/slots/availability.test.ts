import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Interval } from '@enamel/kernel';
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

const parts = (...written: string[]) =>
  written.map((part) => ({
    minutes: Number.parseInt(part, 10),
    practitioner: part.includes('p'),
    assistant: part.includes('a'),
  }));
const implant = {
  ...visit,
  duration: 50,
  step: 10,
  bufferAfter: 10,
  segments: parts('10p', '30', '10pa'),
};

test('while the anaesthetic works, the practitioner may see to another visit', () => {
  const rules = clinic({ visit: { ...implant, segments: parts('10p', '30', '10p') } });
  const between = { ana: [during('2026-06-01T09:10:00+03:00', '2026-06-01T09:40:00+03:00')] };
  assert.deepEqual(starts(rules, '2026-06-01', between), [
    '09:00',
    '09:40',
    '09:50',
    '10:00',
    '10:10',
  ]);
  const over = { ana: [during('2026-06-01T09:10:00+03:00', '2026-06-01T09:41:00+03:00')] };
  assert.deepEqual(starts(rules, '2026-06-01', over), ['09:50', '10:00', '10:10']);
});

test('somebody else assists, at work and free for that part alone', () => {
  const ana = { id: 'ana', hours: [hours(1, 9 * hour, 11 * hour)], off: [] };
  const bogdan = { id: 'bogdan', hours: [hours(1, 10 * hour, 18 * hour)], off: [] };
  const rules = clinic({ visit: implant, practitioners: [ana], assistants: [ana] });
  assert.deepEqual(starts(rules, '2026-06-01'), []);
  const staffed = { ...rules, assistants: [ana, bogdan] };
  assert.deepEqual(starts(staffed, '2026-06-01'), [
    '09:20',
    '09:30',
    '09:40',
    '09:50',
    '10:00',
    '10:10',
  ]);
  const busy = { bogdan: [during('2026-06-01T10:25:00+03:00', '2026-06-01T10:45:00+03:00')] };
  assert.deepEqual(starts(staffed, '2026-06-01', busy), ['09:20', '09:30', '10:10']);
});

test('one free piece of each kind of equipment is needed, without buffers', () => {
  const rules = clinic({
    visit: { ...visit, bufferAfter: 30, equipment: ['scanner', 'laser'] },
    equipment: [
      { id: 'scanner one', kind: 'scanner', off: [] },
      { id: 'scanner two', kind: 'scanner', off: [] },
      {
        id: 'laser',
        kind: 'laser',
        off: [during('2026-06-01T09:30:00+03:00', '2026-06-01T10:00:00+03:00')],
      },
    ],
  });
  const busy = {
    'scanner one': [during('2026-06-01T09:00:00+03:00', '2026-06-01T10:30:00+03:00')],
    'scanner two': [during('2026-06-01T10:00:00+03:00', '2026-06-01T11:00:00+03:00')],
  };
  assert.deepEqual(starts(rules, '2026-06-01', busy), ['09:00', '10:30']);
  assert.deepEqual(starts({ ...rules, equipment: [] }, '2026-06-01', busy), []);
});

test('odd and even weeks go by the number of the ISO week', () => {
  const worked = (weeks: 'odd' | 'even', date: string) =>
    starts(
      clinic({ practitioners: [{ id: 'ana', hours: [hours(1, 540, 570, { weeks })], off: [] }] }),
      date,
    ).length === 1;
  assert.equal(worked('odd', '2026-06-01'), true, 'week 23');
  assert.equal(worked('even', '2026-06-01'), false);
  assert.equal(worked('even', '2026-06-08'), true);
  assert.equal(worked('odd', '2026-12-28'), true, 'week 53');
  assert.equal(worked('odd', '2027-01-04'), true, 'week 1, odd again');
});

test('on a holiday the usual hours do not hold; special ones replace them on any date', () => {
  const usual = hours(1, 9 * hour, 11 * hour);
  const special = hours(1, 14 * hour, 14.5 * hour, {
    instead: true,
    validFrom: '2026-06-01',
    validUntil: '2026-06-01',
  });
  const rules = (entries: WeeklyHours[], holidays: string[]) =>
    clinic({ practitioners: [{ id: 'ana', hours: entries, off: [] }], holidays });
  assert.deepEqual(starts(rules([usual], ['2026-06-01']), '2026-06-01'), []);
  assert.deepEqual(starts(rules([usual, special], ['2026-06-01']), '2026-06-01'), ['14:00']);
  assert.deepEqual(starts(rules([usual, special], []), '2026-06-01'), ['14:00']);
  assert.equal(starts(rules([usual, special], []), '2026-06-08').length, 7);
});

test('a shift that began before a holiday ends in it', () => {
  const rules = clinic({
    visit: { ...visit, step: 30 },
    practitioners: [
      { id: 'ana', hours: [1, 2].map((on) => hours(on, 23 * hour, 1 * hour)), off: [] },
    ],
    holidays: ['2026-06-02'],
  });
  assert.deepEqual(starts(rules, '2026-06-01', {}, 2), ['23:00', '23:30', '00:00', '00:30']);
});

test('where a clinic never closes, the grid begins anew with each date and visits cross midnight', () => {
  const rules = clinic({
    visit: { ...visit, duration: 60, step: 50 },
    practitioners: [
      { id: 'ana', hours: [1, 2, 3, 4, 5, 6, 7].map((on) => hours(on, 0, 1440)), off: [] },
    ],
  });
  const found = starts(rules, '2026-06-01');
  assert.deepEqual([found[0], found[1], found.at(-1)], ['00:00', '00:50', '23:20']);
  assert.deepEqual(
    starts(rules, '2026-06-01', {}, 2).slice(found.length),
    starts(rules, '2026-06-02'),
  );
});

test('the judge names chair, assistant and equipment, and what is missing', () => {
  const ana = { id: 'ana', hours: [hours(1, 9 * hour, 11 * hour)], off: [] };
  const bogdan = { id: 'bogdan', hours: [hours(1, 9 * hour, 10 * hour)], off: [] };
  const rules = clinic({
    visit: { ...implant, equipment: ['laser'] },
    practitioners: [ana],
    assistants: [ana, bogdan],
    equipment: [{ id: 'laser one', kind: 'laser', off: [] }],
  });
  const verdict = (
    by: 'patient' | 'desk',
    start: string,
    more: Partial<Rules> = {},
    busy: Record<string, Interval[]> = {},
    overbook = false,
  ) => {
    const begin = at(`2026-06-01T${start}:00+03:00`);
    const wish = { start: begin, end: begin + 50 * minute, practitioner: 'ana', patient: 'pat' };
    const stretches = stretchesOf(rules.zone, begin - 2 * day, begin + 2 * day);
    const answer = judge(
      { ...rules, ...more },
      new Map(Object.entries(busy)),
      wish,
      begin - day,
      stretches,
      {
        by,
        overbook,
      },
    );
    return answer.fits ? [answer.chair, answer.assistant, ...answer.equipment] : answer.code;
  };
  assert.deepEqual(verdict('desk', '09:00'), ['one', 'bogdan', 'laser one']);
  assert.equal(verdict('desk', '09:20'), 'ASSISTANT_BUSY');
  assert.equal(verdict('patient', '09:20'), 'SLOT_TAKEN');
  assert.deepEqual(verdict('desk', '09:20', {}, {}, true), ['one', 'bogdan', 'laser one']);
  assert.equal(verdict('desk', '09:00', { assistants: [ana] }, {}, true), 'NO_ASSISTANT');
  assert.equal(verdict('patient', '09:00', { equipment: [] }), 'NO_EQUIPMENT');
  const taken = { 'laser one': [during('2026-06-01T09:00:00+03:00', '2026-06-01T09:01:00+03:00')] };
  assert.equal(verdict('desk', '09:00', {}, taken), 'EQUIPMENT_BUSY');
});
