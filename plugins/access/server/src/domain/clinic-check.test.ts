import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clinicProblems } from './clinic-check.ts';

const fields = (data: object) => clinicProblems(data).map(({ field }) => field);

test('a clinic has a zone of the world and languages that the portal speaks', () => {
  assert.deepEqual(fields({ name: 'Enamel' }), []);
  assert.deepEqual(fields({ zone: 'America/New_York', languages: ['ro'] }), []);
  assert.deepEqual(fields({ zone: null, languages: null }), []);
  assert.deepEqual(fields({ zone: 'Mars/Base' }), ['zone']);
  assert.deepEqual(fields({ zone: 7, languages: 'en' }), ['zone', 'languages']);
  for (const languages of [[], [1], ['fr'], ['en', 'en'], { en: true }])
    assert.deepEqual(fields({ languages }), ['languages']);
});
