import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsOf, eventsOf, type Sheet } from './blocks.ts';
import { hoursShown, idleWeekdays } from './hours.ts';
import { at, person, sheet as sheetOf, visit as visitAt } from './sheet-fixture.ts';

const visit = visitAt('v1', '09:00', '09:45');
const dentist = {
  ...person('d1'),
  name: 'Dr Popescu',
  hours: [
    { start: at('08:00'), end: at('12:00') },
    { start: at('13:00'), end: at('16:30') },
  ],
};
const sheet = sheetOf([visit], {
  now: at('09:10'),
  practitioners: [dentist],
  chairs: [{ documentId: 'c1', name: 'Chair 1', kind: 'treatment' }],
});

const closed = (of: Sheet) =>
  eventsOf(of, 'practitioner', true)
    .filter(({ classNames }) => classNames?.includes('closed'))
    .map(({ start, end }) => `${start} ${end}`);

test('what lies outside the hours is closed, the noon break too', () => {
  assert.deepEqual(closed(sheet), [
    '2026-11-24T00:00:00 2026-11-24T08:00:00',
    '2026-11-24T12:00:00 2026-11-24T13:00:00',
    '2026-11-24T16:30:00 2026-11-25T00:00:00',
  ]);
});

test('a practitioner who does not work that day is closed all day', () => {
  const away = { ...sheet, practitioners: [{ ...dentist, hours: [] }] };
  assert.deepEqual(closed(away), ['2026-11-24T00:00:00 2026-11-25T00:00:00']);
});

test('a visit stands in its practitioner’s or its chair’s column, in the location’s wall time', () => {
  const block = (by: 'practitioner' | 'chair') =>
    eventsOf(sheet, by, true).find(({ id }) => id === 'v1');
  assert.deepEqual(block('practitioner')?.resourceIds, ['d1']);
  assert.deepEqual(block('chair')?.resourceIds, ['c1']);
  assert.equal(block('chair')?.start, '2026-11-24T09:00:00');
});

test('only a visit that may still move can be dragged, by those who may', () => {
  const editable = (status: 'confirmed' | 'seated', may: boolean) =>
    eventsOf({ ...sheet, appointments: [{ ...visit, status }] }, 'chair', may).at(-1)?.editable;
  assert.equal(editable('confirmed', true), true);
  assert.equal(editable('confirmed', false), false);
  assert.equal(editable('seated', true), false);
});

test('cancelled visits leave the sheet', () => {
  const left = eventsOf(
    { ...sheet, appointments: [{ ...visit, status: 'cancelled' }] },
    'chair',
    true,
  );
  assert.deepEqual(left, []);
});

test('time that is kept for somebody is drawn in its column, without a name', () => {
  const hold = {
    kind: 'offer' as const,
    start: '2026-11-24T10:00:00+02:00',
    end: '2026-11-24T10:30:00+02:00',
    until: '2026-11-24T09:40:00+02:00',
    practitioner: 'd1',
    chair: 'c1',
  };
  const kept = (by: 'practitioner' | 'chair') =>
    eventsOf({ ...sheet, holds: [hold] }, by, true).find(({ classNames }) =>
      classNames?.includes('kept'),
    );
  assert.deepEqual(kept('practitioner')?.resourceIds, ['d1']);
  assert.deepEqual(kept('chair')?.resourceIds, ['c1']);
  assert.deepEqual(kept('chair')?.extendedProps, {
    off: { kind: 'offered', reason: null, until: hold.until },
  });
});

test('time off of everyone is drawn in every column, a chair’s in its own only', () => {
  const off = {
    start: '2026-11-24T14:00:00+02:00',
    end: '2026-11-24T15:00:00+02:00',
    kind: 'block',
    reason: 'Service',
    practitioner: null,
    chair: null,
    location: null,
  };
  const drawn = (by: 'practitioner' | 'chair', chair: string | null) =>
    eventsOf({ ...sheet, timeOff: [{ ...off, chair }] }, by, true)
      .filter(({ classNames }) => classNames?.includes('off'))
      .map(({ resourceIds }) => resourceIds);
  assert.deepEqual(drawn('practitioner', null), [['d1']]);
  assert.deepEqual(drawn('chair', 'c1'), [['c1']]);
  assert.deepEqual(drawn('practitioner', 'c1'), []);
});

test('the hours drawn hold all work and all visits', () => {
  assert.deepEqual(hoursShown(sheet), { from: '08:00', to: '17:00' });
  const early = { ...visit, start: '2026-11-24T06:30:00+02:00' };
  assert.deepEqual(hoursShown({ ...sheet, appointments: [early] }), { from: '06:00', to: '17:00' });
  const empty = { ...sheet, appointments: [], practitioners: [] };
  assert.deepEqual(hoursShown(empty), { from: '08:00', to: '20:00' });
});

test('weekdays without work or visits are left out; an empty week is shown whole', () => {
  assert.deepEqual(idleWeekdays(sheet), [0, 1, 3, 4, 5, 6]);
  assert.deepEqual(idleWeekdays({ ...sheet, appointments: [], practitioners: [] }), []);
});

test('one can look at one column only', () => {
  assert.deepEqual(columnsOf(sheet, 'practitioner', 'd1'), [{ id: 'd1', title: 'Dr Popescu' }]);
  assert.deepEqual(columnsOf(sheet, 'chair', ''), [{ id: 'c1', title: 'Chair 1' }]);
});
