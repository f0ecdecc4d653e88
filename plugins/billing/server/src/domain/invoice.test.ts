import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { amountOf, invoiceNumber, lineOf, standingOf, totalOf } from './invoice.ts';

const treatment = {
  procedure: 'filling',
  description: null,
  toothNumber: '16',
  surfaces: 'MO',
  totalPrice: 35_000,
  discount: 5_000,
};
const minor = fc.integer({ min: 0, max: 10_000_000 });

test('a line says what was done, where and for how much, in the language of the patient', () => {
  assert.deepEqual(lineOf(treatment, 'ro'), {
    description: 'Obturație (MO)',
    toothNumber: '16',
    quantity: 1,
    unitPrice: 35_000,
    discount: 5_000,
    amount: 30_000,
  });
  assert.equal(
    lineOf({ ...treatment, description: 'Deep filling' }, 'en').description,
    'Deep filling',
  );
  assert.equal(
    lineOf({ ...treatment, procedure: 'magic', surfaces: null }, 'en').description,
    'Treatment',
  );
});

test('a discount larger than the price costs nothing and is shown as the price', () => {
  const line = lineOf({ ...treatment, discount: 90_000 }, 'en');
  assert.equal(line.amount, 0);
  assert.equal(line.discount, 35_000);
});

test('every line adds up, and so does every total', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(minor, fc.option(minor))), (prices) => {
      const treatments = prices.map(([totalPrice, discount]) => ({
        ...treatment,
        totalPrice,
        discount,
      }));
      const lines = treatments.map((each) => lineOf(each, 'en'));
      for (const line of lines) {
        assert.equal(line.quantity * line.unitPrice - line.discount, line.amount);
        assert.ok(line.amount >= 0 && Number.isSafeInteger(line.amount));
      }
      assert.equal(totalOf(lines), totalOf(treatments.map((each) => ({ amount: amountOf(each) }))));
    }),
  );
});

test('what is paid and what is left make up the total, until more comes than was asked', () => {
  fc.assert(
    fc.property(minor, minor, (total, paid) => {
      const standing = standingOf({ status: 'issued', total }, paid);
      assert.equal(standing.balance, Math.max(0, total - paid));
      assert.equal(standing.state === 'paid', paid >= total);
      assert.equal(standing.state === 'unpaid', paid === 0 && total > 0);
      assert.equal(standingOf({ status: 'void', total }, paid).balance, 0);
    }),
  );
});

test('numbers have six figures and grow beyond them', () => {
  assert.equal(invoiceNumber('ENM', 2026, 123), 'ENM-2026-000123');
  assert.equal(invoiceNumber('ENM', 2026, 1_234_567), 'ENM-2026-1234567');
});
