import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Holder, isOver, passText, passUntil } from './file-pass.ts';

const now = Temporal.Instant.from('2026-03-29T00:59:59.900Z');
const holder: Holder = { kind: 'staff', person: 7, session: 'abc' };

test('a pass is good for two minutes, to the second', () => {
  const until = passUntil(now);
  assert.equal(isOver(until, now), false);
  assert.equal(isOver(until, now.add({ seconds: 119 })), false);
  assert.equal(isOver(until, Temporal.Instant.from('2026-03-29T01:01:59Z')), true);
  assert.equal(isOver(until, now.add({ hours: 1 })), true);
});

test('one that claims to last longer is none', () => {
  assert.equal(isOver(passUntil(now) + 2, now), true);
});

test('nobody else’s text is the same', () => {
  const texts = [
    passText('f1', 100, holder),
    passText('f2', 100, holder),
    passText('f1', 101, holder),
    passText('f1', 100, { ...holder, kind: 'patient' }),
    passText('f1', 100, { ...holder, person: 71 }),
    passText('f1', 100, { ...holder, session: 'ab' }),
  ];
  assert.equal(new Set(texts).size, texts.length);
});
