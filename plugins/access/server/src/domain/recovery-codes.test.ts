import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainRecoveryCode, recoveryCode, recoveryCodeBytes } from './recovery-codes.ts';

test('a code is ten letters and digits that cannot be mistaken for one another', () => {
  const codes = Array.from({ length: 32 }, (_, first) =>
    recoveryCode(Uint8Array.from({ length: recoveryCodeBytes }, (_none, at) => first + at * 7)),
  );
  for (const code of codes) assert.match(code, /^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/);
  assert.equal(new Set(codes).size, codes.length);
});

test('however it is typed, it is the same code', () => {
  for (const typed of ['4f70a-m1x9q', '4F70A M1X9Q', '4f7oam1x9q', ' 4f7oa–mlx9q ', '4f70a-mIx9q'])
    assert.equal(plainRecoveryCode(typed), '4f70am1x9q', typed);
});
