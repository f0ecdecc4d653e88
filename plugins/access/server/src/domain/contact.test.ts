import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { normaliseEmail, normalisePhone } from './contact.ts';

const zone = 'Europe/Bucharest';

test('Romanian numbers in every way people write them', () => {
  for (const typed of [
    '0722 123 456',
    '0722-123-456',
    '(0722) 123.456',
    '+40 722 123 456',
    '0040722123456',
  ])
    assert.equal(normalisePhone(typed, zone), '+40722123456');
});

test('numbers of other countries stay theirs', () => {
  assert.equal(normalisePhone('+44 20 7946 0018', zone), '+442079460018');
  assert.equal(normalisePhone('612 345 678', 'Europe/Madrid'), '+34612345678');
});

test('what is no number is none', () => {
  for (const typed of ['', null, undefined, 'call my wife', '0722', '722123456789012345'])
    assert.equal(normalisePhone(typed, zone), undefined);
});

test('a normalised number does not change again', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[+0][0-9 ()-]{6,18}$/), (typed) => {
      const once = normalisePhone(typed, zone);
      if (once !== undefined) assert.equal(normalisePhone(once, zone), once);
    }),
  );
});

test('e-mail addresses', () => {
  assert.equal(normaliseEmail(' Ana.Pop@Example.TEST '), 'Ana.Pop@example.test');
  for (const typed of ['', null, 'ana', 'ana@', 'a b@c.test', 'a@b.test\r\nBcc: x@y.test', 'a@b'])
    assert.equal(normaliseEmail(typed), undefined);
});
