import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatMoney, parseMinor } from './money.ts';

const plain = (text: string) => text.replaceAll(/\s/g, ' ');

test('amounts are shown in the patient’s language and the clinic’s currency', () => {
  assert.equal(plain(formatMoney({ minor: 12_000, currency: 'RON' }, 'ro')), '120,00 RON');
  assert.equal(plain(formatMoney({ minor: 123_456, currency: 'EUR' }, 'en')), '€1,234.56');
  assert.equal(plain(formatMoney({ minor: -50, currency: 'EUR' }, 'en')), '-€0.50');
  assert.equal(plain(formatMoney({ minor: 5, currency: 'JPY' }, 'en')), 'JP¥5');
});

test('what a person types becomes minor units exactly', () => {
  assert.equal(parseMinor('120,50', 'RON'), 12_050);
  assert.equal(parseMinor(' 120.5 ', 'RON'), 12_050);
  assert.equal(parseMinor('0.07', 'EUR'), 7);
  assert.equal(parseMinor('5', 'JPY'), 5);
  assert.equal(parseMinor('1.005', 'KWD'), 1005);
  for (const typed of ['', '-1', '1,234.50', '1.005', '1e3', 'ten', '1.', '9999999999'])
    assert.equal(parseMinor(typed, 'EUR'), undefined, typed);
  assert.equal(parseMinor('5.5', 'JPY'), undefined);
});

test('every amount in cents survives being typed', () => {
  fc.assert(
    fc.property(fc.nat(99_999_999), (minor) => {
      const typed = `${Math.floor(minor / 100)},${String(minor % 100).padStart(2, '0')}`;
      assert.equal(parseMinor(typed, 'RON'), minor);
    }),
  );
});
