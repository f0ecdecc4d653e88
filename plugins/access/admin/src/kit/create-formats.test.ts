import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ageOn, createFormats, localDate } from './create-formats.ts';

const bucharest = { zone: 'Europe/Bucharest', currency: 'RON' };

test('an instant is written in the clinic’s zone, on both sides of a clock change', () => {
  const { time } = createFormats({ language: 'en', ...bucharest });
  assert.equal(time('2026-10-24T07:00:00Z'), '10:00');
  assert.equal(time('2026-10-26T07:00:00Z'), '09:00');
  assert.equal(time('2026-10-26T07:00:00Z', 'America/New_York'), '03:00');
});

test('dates follow the language', () => {
  assert.equal(
    createFormats({ language: 'en', ...bucharest }).date('2026-11-24T22:30:00Z'),
    '25 Nov 2026',
  );
  assert.match(
    createFormats({ language: 'ro', ...bucharest }).moment('2026-11-24T07:00:00Z'),
    /24 nov.*2026.*, 09:00/,
  );
});

test('a birth date is never moved by a zone', () => {
  const { plainDate } = createFormats({
    language: 'en',
    zone: 'America/New_York',
    currency: 'USD',
  });
  assert.equal(plainDate('1990-03-01'), '1 Mar 1990');
});

test('an age counts whole years only', () => {
  assert.equal(ageOn('1990-11-25', '2026-11-24'), 35);
  assert.equal(ageOn('1990-11-24', '2026-11-24'), 36);
});

test('the local date is the zone’s', () => {
  assert.equal(localDate(new Date('2026-11-24T22:30:00Z'), 'Europe/Bucharest'), '2026-11-25');
});
