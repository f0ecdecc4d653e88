import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayPlan } from './plan-words.ts';

test('a plan names its first treatment, the tooth and how many more there are', () => {
  assert.deepEqual(sayPlan({ procedure: 'filling', toothNumber: '16', others: 2 }), {
    en: 'Planned: filling, tooth 16, and 2 more',
    ro: 'Planificat: plombă, dintele 16 și încă 2',
  });
  assert.deepEqual(sayPlan({ procedure: 'other', toothNumber: null, others: 0 }), {
    en: 'Planned: treatment',
    ro: 'Planificat: tratament',
  });
});
