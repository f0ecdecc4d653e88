import assert from 'node:assert/strict';
import { test } from 'node:test';
import { weekOf } from './opening-hours.ts';

test('days with the same hours share a line, a lunch break shows, Sunday is closed', () => {
  const hours = [1, 2, 3, 4, 5].map((dayOfWeek) => ({
    dayOfWeek,
    startTime: '09:00:00.000',
    endTime: '17:00:00.000',
  }));
  const week = [
    ...hours,
    { dayOfWeek: 6, startTime: '12:00', endTime: '14:00' },
    { dayOfWeek: 6, startTime: '09:00', endTime: '11:00' },
  ];
  assert.deepEqual(weekOf(week, 'en'), [
    { days: 'Monday–Friday', hours: '09:00–17:00' },
    { days: 'Saturday', hours: '09:00–11:00, 12:00–14:00' },
    { days: 'Sunday', hours: '' },
  ]);
  assert.equal(weekOf(week, 'ro')[0]?.days, 'luni–vineri');
});

test('without hours nothing is claimed', () => {
  assert.deepEqual(weekOf([], 'en'), []);
});
