import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Interval } from '@enamel/kernel';
import type { PractitionerRules, Rules, VisitShape } from './availability.ts';
import { type ChainItem, chainSlotsOf, linksOf } from './chains.ts';
import { dateOf, day, minute, offsetWriter, stretchesOf } from './local-time.ts';

const works = (id: string, from: number, to: number): PractitionerRules => ({
  id,
  off: [],
  hours: [
    {
      weekday: 1,
      from: from * 60,
      to: to * 60,
      available: true,
      validFrom: null,
      validUntil: null,
      weeks: 'every',
      instead: false,
    },
  ],
});
const rules = (visit: Partial<VisitShape>, ...practitioners: PractitionerRules[]): Rules => ({
  location: 'centre',
  zone: 'UTC',
  visit: {
    duration: 30,
    bufferBefore: 0,
    bufferAfter: 0,
    step: 30,
    leadTime: 0,
    horizonDays: 365,
    segments: [],
    equipment: [],
    ...visit,
  },
  practitioners,
  chairs: [{ id: 'one', off: [] }],
  assistants: [],
  equipment: [],
  holidays: [],
  closed: [],
});
const item = (patient: string, of: Rules): ChainItem => ({ patient, rules: of });
const ana = works('ana', 9, 11);
const bogdan = works('bogdan', 10, 12);
const monday = dateOf('2026-06-01');

const found = (items: ChainItem[], together: boolean, busy: Record<string, Interval[]> = {}) => {
  const stretches = stretchesOf('UTC', monday, monday + day);
  const write = offsetWriter(stretches);
  const span = { start: monday, end: monday + day };
  return chainSlotsOf(items, new Map(Object.entries(busy)), span, stretches, together).map(
    ({ parts }) =>
      parts
        .map(({ start, practitioner }) => `${write(start).slice(11, 16)} ${practitioner}`)
        .join(', '),
  );
};

test('two visits of one patient follow each other without the buffers between', () => {
  const buffered = { bufferBefore: 5, bufferAfter: 10 };
  const links = linksOf([
    item('pat', rules(buffered)),
    item('pat', rules({ ...buffered, duration: 20 })),
  ]);
  assert.deepEqual(
    links.map(({ offset, rules: { visit } }) => [
      offset / minute,
      visit.bufferBefore,
      visit.bufferAfter,
    ]),
    [
      [0, 5, 0],
      [30, 0, 10],
    ],
  );
});

test('between two patients the buffers of both are kept', () => {
  const buffered = { bufferBefore: 5, bufferAfter: 10 };
  const family = [item('mother', rules(buffered)), item('child', rules(buffered))];
  assert.deepEqual(
    linksOf(family).map(({ offset }) => offset / minute),
    [0, 45],
  );
});

test('one practitioner has room for all of it, or none is offered', () => {
  const twice = [item('pat', rules({}, ana)), item('pat', rules({ duration: 45 }, ana))];
  assert.deepEqual(found(twice, true), ['09:00 ana, 09:30 ana', '09:30 ana, 10:00 ana']);
  const busy = { ana: [{ start: monday + 570 * minute, end: monday + 585 * minute }] };
  assert.deepEqual(found(twice, true, busy), []);
});

test('each visit may have its own practitioner; where the same can, the same does', () => {
  const mixed = [item('pat', rules({}, ana)), item('pat', rules({}, ana, bogdan))];
  assert.deepEqual(found(mixed, true), [
    '09:00 ana, 09:30 ana',
    '09:30 ana, 10:00 ana',
    '10:00 ana, 10:30 ana',
  ]);
  assert.deepEqual(found(mixed, false).at(-1), '10:30 ana, 11:00 bogdan');
  const hygiene = [item('pat', rules({}, ana)), item('pat', rules({}, bogdan))];
  assert.deepEqual(found(hygiene, true), []);
  assert.deepEqual(found(hygiene, false)[0], '09:30 ana, 10:00 bogdan');
});

test('what a patient has elsewhere keeps the chain away', () => {
  const family = [item('mother', rules({}, ana)), item('child', rules({}, ana))];
  const busy = { child: [{ start: monday + 570 * minute, end: monday + 600 * minute }] };
  assert.deepEqual(found(family, true, busy), ['09:30 ana, 10:00 ana', '10:00 ana, 10:30 ana']);
});
