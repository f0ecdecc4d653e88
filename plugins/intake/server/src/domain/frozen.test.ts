import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalJson, hashOf } from './frozen.ts';

const shuffled = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(shuffled)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, member]) => [key, shuffled(member)]),
        )
      : value;

test('canonical JSON does not know the order of members and says the same as JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      assert.equal(canonicalJson(shuffled(value)), text);
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('the hash covers every part', () => {
  const frozen = {
    patient: 'p1',
    title: 'History',
    language: 'en' as const,
    sections: [],
    answers: { q1: 'No' },
    dateOfBirth: '1990-05-01',
    signature: 'data:image/png;base64,AAAA',
    submittedAt: '2026-11-20T08:00:00.000Z',
  };
  assert.match(hashOf(frozen), /^[0-9a-f]{64}$/);
  for (const change of [
    { patient: 'p2' },
    { title: 'Other' },
    { answers: { q1: 'Yes' } },
    { dateOfBirth: '1990-05-02' },
    { signature: 'data:image/png;base64,AAAB' },
    { submittedAt: '2026-11-20T08:00:00.001Z' },
  ])
    assert.notEqual(hashOf({ ...frozen, ...change }), hashOf(frozen), JSON.stringify(change));
});
