import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absencesOf } from './absences.ts';

const minutes = (count: number) => count * 60_000;
const present = (length: number) => ({ minutes: length, practitioner: true, assistant: false });
const absent = (length: number) => ({ minutes: length, practitioner: false, assistant: true });
const visit = { start: minutes(0), end: minutes(50) };

test('a visit without segments has its practitioner throughout', () => {
  assert.deepEqual(absencesOf([], visit), []);
});

test('the middle of a visit is the chair’s alone', () => {
  assert.deepEqual(absencesOf([present(10), absent(30), present(10)], visit), [
    { start: minutes(10), end: minutes(40) },
  ]);
});

test('what the segments leave of a longer visit is the last one’s; a shorter visit cuts them', () => {
  assert.deepEqual(absencesOf([present(10), absent(10)], visit), [
    { start: minutes(10), end: minutes(50) },
  ]);
  assert.deepEqual(
    absencesOf([present(10), absent(30), present(10)], { start: 0, end: minutes(20) }),
    [{ start: minutes(10), end: minutes(20) }],
  );
});

test('stretches that follow one another are one', () => {
  assert.deepEqual(absencesOf([absent(10), absent(10), present(10)], visit), [
    { start: 0, end: minutes(20) },
  ]);
});
