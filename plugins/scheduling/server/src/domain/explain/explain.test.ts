import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PractitionerRules, Rules, Taken } from '../slots/availability.ts';
import { day, minute, stretchesOf } from '../slots/local-time.ts';
import type { WeeklyHours } from '../slots/opening.ts';
import { explain } from './explain.ts';
import { explainWords } from './explain-words.ts';

const at = (written: string): number =>
  Temporal.Instant.from(`${written}:00+03:00`).epochMilliseconds;
const hours = (from: number, to: number, more: Partial<WeeklyHours> = {}): WeeklyHours => ({
  weekday: 1,
  from: from * 60,
  to: to * 60,
  available: true,
  validFrom: null,
  validUntil: null,
  weeks: 'every',
  instead: false,
  source: 'usual',
  ...more,
});
const person = (...entries: WeeklyHours[]): PractitionerRules => ({
  id: 'ana',
  hours: entries,
  off: [],
});
const clinic = (more: Partial<Rules> = {}): Rules => ({
  location: 'centre',
  zone: 'Europe/Bucharest',
  visit: {
    duration: 30,
    bufferBefore: 0,
    bufferAfter: 10,
    step: 15,
    leadTime: 60,
    horizonDays: 30,
    segments: [],
    equipment: [],
  },
  practitioners: [person(hours(9, 17))],
  chairs: [{ id: 'one', off: [] }],
  assistants: [],
  equipment: [],
  holidays: [],
  closed: [],
  ...more,
});

const why = (
  rules: Rules,
  start: string,
  busy: Record<string, Taken[]> = {},
  now = at('2026-05-25T08:00'),
) => {
  const begin = at(start);
  const stretches = stretchesOf(rules.zone, Math.min(now, begin) - 2 * day, begin + 60 * day);
  const question = { start: begin, practitioner: 'ana', patient: 'pat', type: 'check-up' };
  return explain(rules, new Map(Object.entries(busy)), question, now, stretches).map(
    ({ code, cause }) => (cause ? `${code} ${cause.kind} ${cause.id}` : code),
  );
};
const visit = (start: string, minutes: number, id: string, kind = 'appointment'): Taken => ({
  start: at(start),
  end: at(start) + minutes * minute,
  source: { kind, id },
});

test('an offered time has nothing against it', () => {
  assert.deepEqual(why(clinic(), '2026-06-01T09:00'), []);
});

test('the present: past, lead time and horizon', () => {
  assert.deepEqual(why(clinic(), '2026-06-01T09:00', {}, at('2026-06-01T10:00')), ['SLOT_IN_PAST']);
  assert.deepEqual(why(clinic(), '2026-06-01T09:00', {}, at('2026-06-01T08:30')), [
    'TOO_SOON appointment-type check-up',
  ]);
  assert.deepEqual(why(clinic(), '2026-07-06T09:00'), ['TOO_FAR_AHEAD appointment-type check-up']);
});

test('the hours: which entry ends, interrupts, replaces or is not in force', () => {
  assert.deepEqual(why(clinic(), '2026-06-01T16:45'), ['OUTSIDE_HOURS practitioner ana']);
  const lunch = hours(12, 13, { available: false, source: 'lunch' });
  const fed = clinic({ practitioners: [person(hours(9, 17), lunch)] });
  assert.deepEqual(why(fed, '2026-06-01T12:45'), ['HOURS_INTERRUPTED working-hours lunch']);
  const special = hours(14, 16, {
    instead: true,
    source: 'fair',
    validFrom: '2026-06-01',
    validUntil: '2026-06-01',
  });
  const replaced = clinic({ practitioners: [person(hours(9, 17), special)] });
  assert.deepEqual(why(replaced, '2026-06-01T09:00'), ['HOURS_REPLACED working-hours fair']);
  const odd = clinic({ practitioners: [person(hours(9, 17, { weeks: 'even' }))] });
  assert.deepEqual(why(odd, '2026-06-01T09:00'), ['HOURS_NOT_IN_FORCE working-hours usual']);
});

test('holidays, closing times and time off', () => {
  assert.deepEqual(why(clinic({ holidays: ['2026-06-01'] }), '2026-06-01T09:00'), [
    'HOLIDAY holiday 2026-06-01',
  ]);
  const off = { start: at('2026-06-01T08:00'), end: at('2026-06-01T12:00') };
  const away = clinic({
    closed: [{ ...off, source: 'painters' }],
    practitioners: [{ ...person(hours(9, 17)), off: [{ ...off, source: 'congress' }] }],
  });
  assert.deepEqual(why(away, '2026-06-01T09:00'), [
    'LOCATION_CLOSED time-off painters',
    'TIME_OFF time-off congress',
  ]);
});

test('claims: the practitioner, every chair when none is free, the patient', () => {
  const chairs = [
    { id: 'one', off: [] },
    {
      id: 'two',
      off: [{ start: at('2026-06-01T09:00'), end: at('2026-06-01T10:00'), source: 'repair' }],
    },
  ];
  const busy = {
    ana: [visit('2026-06-01T09:35', 30, 'next')],
    one: [visit('2026-06-01T08:50', 20, 'held', 'hold')],
    pat: [visit('2026-06-01T09:29', 10, 'own')],
  };
  assert.deepEqual(why(clinic({ chairs }), '2026-06-01T09:00', busy), [
    'PRACTITIONER_BUSY appointment next',
    'CHAIR_BUSY hold held',
    'CHAIR_OFF time-off repair',
    'PATIENT_BUSY appointment own',
  ]);
  assert.deepEqual(
    why(clinic({ chairs: [{ id: 'three', off: [] }, ...chairs] }), '2026-06-01T09:00', busy),
    ['PRACTITIONER_BUSY appointment next', 'PATIENT_BUSY appointment own'],
  );
});

test('assistants and equipment, and what is not there at all', () => {
  const rules = clinic();
  const needy = {
    ...rules.visit,
    equipment: ['laser'],
    segments: [{ minutes: 30, practitioner: true, assistant: true }],
  };
  assert.deepEqual(why({ ...rules, visit: needy, chairs: [] }, '2026-06-01T09:05'), [
    'OFF_GRID appointment-type check-up',
    'CHAIR_NOT_SUITABLE appointment-type check-up',
    'NO_ASSISTANT appointment-type check-up',
    'NO_EQUIPMENT appointment-type check-up',
  ]);
  const staffed = {
    ...rules,
    visit: needy,
    assistants: [{ ...person(hours(10, 17)), id: 'bogdan' }],
    equipment: [{ id: 'laser one', kind: 'laser', off: [] }],
  };
  const busy = { 'laser one': [visit('2026-06-01T09:00', 30, 'other')] };
  assert.deepEqual(why(staffed, '2026-06-01T09:00', busy), [
    'OUTSIDE_HOURS practitioner bogdan',
    'EQUIPMENT_BUSY appointment other',
  ]);
});

test('each reason has words', () => {
  for (const words of Object.values(explainWords)) assert.match(words, /^[A-Z].*\.$/);
});
