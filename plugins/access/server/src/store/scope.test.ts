import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Scope } from '../domain/scope.ts';
import { patientInScope } from './scope.ts';

const nothing: Scope = {
  everywhere: false,
  schedule: 'everybody',
  places: [],
  treatedBy: null,
  opened: [],
};

test('a scope of nothing holds nobody, also not those who are known nowhere', () => {
  assert.equal(patientInScope(nothing, 'p.id'), 'false');
});

test('everywhere asks nothing', () => {
  assert.equal(patientInScope({ everywhere: true, schedule: 'everybody' }, 'p.id'), 'true');
});

test('a condition carries whole numbers only', () => {
  const opened = ['1) or (true' as unknown as number];
  assert.throws(() => patientInScope({ ...nothing, opened }, 'p.id'));
});
