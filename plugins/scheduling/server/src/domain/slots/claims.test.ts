import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimsOf, type PlacedVisit } from './claims.ts';
import { minute } from './local-time.ts';

const visit: PlacedVisit = {
  start: 0,
  end: 60 * minute,
  practitioner: 'ana',
  assistant: null,
  chair: 'one',
  equipment: [],
  patient: 'pat',
  segments: [],
  bufferBefore: 5,
  bufferAfter: 10,
  overbooked: false,
};
const part = (minutes: number, ...roles: ('practitioner' | 'assistant')[]) => ({
  minutes,
  practitioner: roles.includes('practitioner'),
  assistant: roles.includes('assistant'),
});

const written = (placed: PlacedVisit): string[] =>
  claimsOf(placed).map(
    ({ kind, resource, during, overbooked }) =>
      `${kind} ${resource} ${during.start / minute}–${during.end / minute}${overbooked ? ' over' : ''}`,
  );

test('a plain visit takes practitioner and chair with the buffers, the patient without', () => {
  assert.deepEqual(written(visit), [
    'practitioner ana -5–70',
    'chair one -5–70',
    'patient pat 0–60',
  ]);
});

test('people are taken for their parts, equipment for the visit', () => {
  const segments = [part(10, 'practitioner'), part(30), part(20, 'practitioner', 'assistant')];
  assert.deepEqual(
    written({ ...visit, segments, assistant: 'bogdan', equipment: ['laser', 'scanner'] }),
    [
      'practitioner ana -5–10',
      'practitioner ana 40–70',
      'practitioner bogdan 40–60',
      'chair one -5–70',
      'equipment laser 0–60',
      'equipment scanner 0–60',
      'patient pat 0–60',
    ],
  );
});

test('parts that follow one another are one, and a buffer at an end without the practitioner is not his', () => {
  const segments = [part(10), part(20, 'practitioner'), part(20, 'practitioner'), part(10)];
  assert.equal(written({ ...visit, segments })[0], 'practitioner ana 10–50');
});

test('the last part takes what is left of the visit, and a shorter visit is cut at its end', () => {
  const segments = [part(20, 'practitioner'), part(20), part(5, 'practitioner')];
  assert.deepEqual(written({ ...visit, segments }).slice(0, 2), [
    'practitioner ana -5–20',
    'practitioner ana 40–70',
  ]);
  assert.deepEqual(written({ ...visit, segments, end: 30 * minute }).slice(0, 2), [
    'practitioner ana -5–20',
    'chair one -5–40',
  ]);
});

test('an overbooked visit may lie over all but its patient', () => {
  assert.deepEqual(written({ ...visit, overbooked: true }), [
    'practitioner ana -5–70 over',
    'chair one -5–70 over',
    'patient pat 0–60',
  ]);
});
