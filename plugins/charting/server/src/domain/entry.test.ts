import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClinicError } from '@enamel/kernel';
import { ageOn } from './age.ts';
import { checkFinal, checkFinding, checkFirst, checkMove, checkTreatment } from './entry.ts';

const code = (expected: string) => (error: unknown) => (error as ClinicError).code === expected;

test('a finding is kept in canonical order', () => {
  assert.deepEqual(checkFinding({ toothNumber: '46', surfaces: 'd o m', kind: 'caries' }), {
    toothNumber: '46',
    surfaces: 'MOD',
    kind: 'caries',
  });
  assert.throws(() => checkFinding({ toothNumber: '99', kind: 'caries' }), code('TOOTH_UNKNOWN'));
  assert.throws(() => checkFinding({ toothNumber: '46', kind: 'x' }), code('FINDING_UNKNOWN'));
});

test('a treatment of the mouth needs no tooth', () => {
  assert.deepEqual(checkTreatment({ procedure: 'cleaning', toothNumber: '' }), {
    procedure: 'cleaning',
    toothNumber: null,
    surfaces: '',
    status: 'planned',
    totalPrice: 0,
    discount: 0,
  });
});

test('what a treatment cannot be', () => {
  const crown = { procedure: 'crown', toothNumber: '46' };
  assert.throws(() => checkTreatment({ procedure: 'magic' }), code('PROCEDURE_UNKNOWN'));
  assert.throws(() => checkTreatment({ procedure: 'crown' }), code('TOOTH_NEEDED'));
  assert.throws(() => checkTreatment({ ...crown, status: 'lost' }), code('STATUS_UNKNOWN'));
  assert.throws(() => checkTreatment({ ...crown, totalPrice: 1.5 }), code('PRICE_WRONG'));
  assert.throws(
    () => checkTreatment({ ...crown, totalPrice: 1, discount: 2 }),
    code('DISCOUNT_WRONG'),
  );
  assert.throws(() => checkFirst('inactive'), code('STATUS_WRONG'));
  assert.throws(() => checkMove('completed', 'planned'), code('MOVE_REFUSED'));
  assert.throws(() => checkMove('existing', 'completed'), code('MOVE_REFUSED'));
  checkFirst('existing');
  checkMove('planned', 'completed');
});

test('a completed treatment keeps its words', () => {
  const done = checkTreatment({ procedure: 'crown', toothNumber: '46', status: 'completed' });
  checkFinal(done, done);
  assert.throws(() => checkFinal(done, { ...done, totalPrice: 1 }), code('TREATMENT_FINAL'));
  checkFinal({ ...done, status: 'planned' }, { ...done, totalPrice: 1 });
});

test('age turns on the birthday', () => {
  assert.equal(ageOn('2018-11-24', Temporal.PlainDate.from('2026-11-23')), 7);
  assert.equal(ageOn('2018-11-24', Temporal.PlainDate.from('2026-11-24')), 8);
  assert.equal(ageOn(null, Temporal.PlainDate.from('2026-11-24')), undefined);
});
