import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DayVisit } from '../../../shared/day.ts';
import { inOrder, late, patience, stageOf, waited } from './waits.ts';

const at = (time: string) => `2026-11-24T${time}:00+02:00`;
const now = Date.parse(at('10:00'));
const stay = (
  status: DayVisit['status'],
  start: string,
  more: Partial<Pick<DayVisit, 'arrivedAt' | 'seatedAt' | 'completedAt'>> = {},
) =>
  ({
    documentId: `${status} ${start}`,
    status,
    start: at(start),
    arrivedAt: null,
    seatedAt: null,
    completedAt: null,
    ...more,
  }) as DayVisit;

test('a wait runs from the arrival, patience from the time that was agreed', () => {
  const early = stay('arrived', '09:55', { arrivedAt: at('09:20') });
  assert.equal(waited(early, now), 40);
  assert.equal(patience(early, now), 'fine');
  assert.equal(patience(stay('arrived', '09:50', { arrivedAt: at('09:20') }), now), 'long');
  assert.equal(patience(stay('arrived', '09:00', { arrivedAt: at('09:52') }), now), 'fine');
  assert.equal(patience(stay('arrived', '09:30', { arrivedAt: at('09:30') }), now), 'very-long');
});

test('who should be here and is not is late', () => {
  assert.equal(late(stay('confirmed', '09:45'), now), 15);
  assert.equal(late(stay('pending', '10:05'), now), 0);
  assert.equal(late(stay('arrived', '09:45', { arrivedAt: at('09:59') }), now), 0);
});

test('each state has its place in the room', () => {
  assert.deepEqual(
    (['pending', 'confirmed', 'arrived', 'seated', 'completed', 'no-show'] as const).map((status) =>
      stageOf({ status }),
    ),
    ['expected', 'expected', 'waiting', 'seated', 'done', 'done'],
  );
});

test('who came first is first in line, who left last is first among those who left', () => {
  const visits = [
    stay('arrived', '09:00', { arrivedAt: at('09:40') }),
    stay('arrived', '09:30', { arrivedAt: at('09:10') }),
    stay('completed', '08:00', { completedAt: at('08:30') }),
    stay('completed', '08:15', { completedAt: at('09:30') }),
  ];
  assert.deepEqual(
    inOrder(visits, 'waiting').map(({ start }) => start),
    [at('09:30'), at('09:00')],
  );
  assert.deepEqual(
    inOrder(visits, 'done').map(({ start }) => start),
    [at('08:15'), at('08:00')],
  );
});
