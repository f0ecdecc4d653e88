import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clinicProblems } from './clinic-check.ts';

const fields = (data: object) => clinicProblems(data).map(({ field }) => field);

test('a clinic has a zone of the world and languages that the portal speaks', () => {
  assert.deepEqual(fields({ name: 'Enamel' }), []);
  assert.deepEqual(fields({ zone: 'America/New_York', languages: ['ro'] }), []);
  assert.deepEqual(fields({ zone: null, languages: null }), []);
  assert.deepEqual(fields({ country: 'RO' }), []);
  for (const zone of ['Mars/Base', '+03:00', '-05', '', 'Europe/Bucharest '])
    assert.deepEqual(fields({ zone }), ['zone'], zone);
  for (const country of ['ro', 'Romania', 'XQ', 'ZZ', '', 40])
    assert.deepEqual(fields({ country }), ['country'], String(country));
  assert.deepEqual(fields({ zone: 7, languages: 'en' }), ['zone', 'languages']);
  for (const languages of [[], [1], ['fr'], ['en', 'en'], { en: true }])
    assert.deepEqual(fields({ languages }), ['languages']);
});
