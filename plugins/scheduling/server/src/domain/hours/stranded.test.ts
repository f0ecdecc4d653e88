import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stretchesOf } from '../slots/local-time.ts';
import type { WeeklyHours } from '../slots/opening.ts';
import { blockedBy, type Presence, strandedBy } from './stranded.ts';

const at = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds;
const place = {
  stretches: stretchesOf('Europe/Bucharest', at('2027-03-01T00:00Z'), at('2027-12-01T00:00Z')),
  holidays: ['2027-05-03'],
};
const hours = (
  weekday: number,
  from: number,
  to: number,
  more: Partial<WeeklyHours> = {},
): WeeklyHours & { location: string } => ({
  location: 'north',
  weekday,
  from: from * 60,
  to: to * 60,
  available: true,
  validFrom: null,
  validUntil: null,
  weeks: 'every',
  instead: false,
  ...more,
});
const visit = (start: string, minutes = 30, location = 'north') => ({
  documentId: start,
  location,
  start: at(start),
  end: at(start) + minutes * 60_000,
  chair: 'chair',
  equipment: ['laser'],
});
const names = (visits: readonly { documentId: string }[]) => visits.map((one) => one.documentId);
const week: Presence = { hours: [1, 2, 7].map((weekday) => hours(weekday, 9, 17)), off: [] };
const stranded = (visits: ReturnType<typeof visit>[], before: Presence, after: Presence) =>
  names(strandedBy(visits, before, after, () => place));

test('shorter hours strand what ends after them, not what just fits', () => {
  const after = { ...week, hours: [hours(1, 9, 13), hours(2, 9, 17), hours(7, 9, 17)] };
  assert.deepEqual(
    stranded(
      [
        visit('2027-03-08T12:30:00+02:00'),
        visit('2027-03-08T12:45:00+02:00'),
        visit('2027-03-09T16:30:00+02:00'),
      ],
      week,
      after,
    ),
    ['2027-03-08T12:45:00+02:00'],
  );
});

test('a visit that was outside the hours before is no news', () => {
  assert.deepEqual(
    stranded([visit('2027-03-08T20:00:00+02:00')], week, { hours: [], off: [] }),
    [],
  );
});

test('on both days of a clock change the wall clock decides', () => {
  const after = { ...week, hours: [hours(7, 9, 12)] };
  // Spring forward on 28 March, back on 31 October: both Sundays.
  assert.deepEqual(
    stranded(
      [
        visit('2027-03-28T11:30:00+03:00'),
        visit('2027-03-28T12:00:00+03:00'),
        visit('2027-10-31T11:30:00+02:00'),
        visit('2027-10-31T12:00:00+02:00'),
      ],
      week,
      after,
    ),
    ['2027-03-28T12:00:00+03:00', '2027-10-31T12:00:00+02:00'],
  );
});

test('time off strands where it counts', () => {
  const off = { start: at('2027-03-08T10:00:00+02:00'), end: at('2027-03-08T11:00:00+02:00') };
  const visits = [visit('2027-03-08T10:30:00+02:00'), visit('2027-03-08T11:00:00+02:00')];
  assert.deepEqual(stranded(visits, week, { ...week, off: [{ ...off, location: null }] }), [
    '2027-03-08T10:30:00+02:00',
  ]);
  assert.deepEqual(stranded(visits, week, { ...week, off: [{ ...off, location: 'south' }] }), []);
});

test('a holiday that is worked no more strands its visits', () => {
  const special = hours(1, 9, 12, {
    instead: true,
    validFrom: '2027-05-03',
    validUntil: '2027-05-03',
  });
  const worked = { ...week, hours: [...week.hours, special] };
  assert.deepEqual(stranded([visit('2027-05-03T10:00:00+03:00')], worked, week), [
    '2027-05-03T10:00:00+03:00',
  ]);
  assert.deepEqual(stranded([visit('2027-05-03T10:00:00+03:00')], week, worked), []);
});

test('a block strands the visits of what it closes', () => {
  const nothing = { location: null, chair: null, equipment: null };
  const during = { start: at('2027-03-08T09:00:00+02:00'), end: at('2027-03-08T10:00:00+02:00') };
  const visits = [visit('2027-03-08T09:30:00+02:00'), visit('2027-03-08T10:00:00+02:00')];
  const first = ['2027-03-08T09:30:00+02:00'];
  const by = (what: Partial<typeof nothing> | Record<string, string>) =>
    names(blockedBy(visits, [], [{ ...nothing, ...during, ...what }]));
  assert.deepEqual(by({}), first);
  assert.deepEqual(by({ chair: 'chair' }), first);
  assert.deepEqual(by({ equipment: 'laser' }), first);
  assert.deepEqual(by({ location: 'north' }), first);
  assert.deepEqual(by({ location: 'south' }), []);
  assert.deepEqual(by({ chair: 'other' }), []);
  const block = { ...nothing, ...during };
  assert.deepEqual(names(blockedBy(visits, [block], [block])), []);
});
