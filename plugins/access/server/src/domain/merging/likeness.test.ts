import assert from 'node:assert/strict';
import test from 'node:test';
import { type Facts, verdictOn } from './likeness.ts';

const strangers: Facts = { name: 0, firstName: 0, birth: 'unknown', phone: false, mail: false };

test('the same name and birth date are one person, the surer the more they share', () => {
  const alike = { ...strangers, name: 1, firstName: 1, birth: 'same' } as const;
  assert.deepEqual(verdictOn(alike), { score: 75, reasons: ['name', 'birth'] });
  assert.deepEqual(verdictOn({ ...alike, phone: true, mail: true }), {
    score: 100,
    reasons: ['name', 'birth', 'phone', 'mail'],
  });
});

test('a name written wrong still counts with the same birth date', () => {
  const { score = 0, reasons } =
    verdictOn({ ...strangers, name: 0.6, firstName: 0.5, birth: 'same' }) ?? {};
  assert.deepEqual([score, reasons], [59, ['similar-name', 'birth']]);
});

test('a family on one phone, address and last name is no pair; nor are twins', () => {
  const family = { ...strangers, name: 0.6, firstName: 0.1, phone: true, mail: true };
  assert.equal(verdictOn({ ...family, birth: 'other' }), undefined);
  assert.equal(verdictOn({ ...family, birth: 'same' }), undefined);
});

test('a name alone is no pair: many share one', () => {
  assert.equal(verdictOn({ ...strangers, name: 1, firstName: 1 }), undefined);
  assert.equal(verdictOn({ ...strangers, name: 1, firstName: 1, birth: 'other' }), undefined);
});

test('a grandfather and a grandson share the name and the phone, not the birth date: no pair', () => {
  const facts = { ...strangers, name: 1, firstName: 1, phone: true, mail: true };
  assert.equal(verdictOn({ ...facts, birth: 'other' }), undefined);
});

test('a birth date with one part written wrong counts for less, and beside the same name or a phone only', () => {
  const facts = { ...strangers, name: 1, firstName: 1, birth: 'near' } as const;
  assert.deepEqual(verdictOn(facts), { score: 60, reasons: ['name', 'near-birth'] });
  assert.equal(verdictOn({ ...facts, name: 0.7 }), undefined);
  assert.equal(verdictOn({ ...facts, name: 0.7, phone: true })?.score, 63);
});
