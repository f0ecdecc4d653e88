import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base32, codeAt, keyAddress, stepAt, stepOfCode } from './totp.ts';

const secret = Buffer.from('12345678901234567890');

test('codes are those of RFC 6238, appendix B', () => {
  const vectors: [number, string][] = [
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ];
  for (const [seconds, code] of vectors)
    assert.equal(codeAt(secret, stepAt(seconds * 1000), 8), code);
});

test('codes by counter are those of RFC 4226, appendix D', () => {
  const codes = [
    '755224',
    '287082',
    '359152',
    '969429',
    '338314',
    '254676',
    '287922',
    '162583',
    '399871',
    '520489',
  ];
  assert.deepEqual(
    codes.map((_code, counter) => codeAt(secret, counter)),
    codes,
  );
});

test('a clock may be one step off, and a step that was used is not taken again', () => {
  for (const step of [4, 5, 6])
    assert.equal(stepOfCode(secret, codeAt(secret, step), 5, 0), step, `step ${step}`);
  for (const step of [3, 7])
    assert.equal(stepOfCode(secret, codeAt(secret, step), 5, 0), undefined, `step ${step}`);
  assert.equal(stepOfCode(secret, codeAt(secret, 5), 5, 5), undefined);
  assert.equal(stepOfCode(secret, codeAt(secret, 4), 5, 5), undefined);
  assert.equal(stepOfCode(secret, codeAt(secret, 6), 5, 5), 6);
  for (const code of ['', '12345', '1234567', '٣٣٨٣١٤', 'abcdef'])
    assert.equal(stepOfCode(secret, code, 5, 0), undefined, code);
});

test('keys are written in the base 32 of RFC 4648', () => {
  const pairs = {
    '': '',
    f: 'MY',
    fo: 'MZXQ',
    foo: 'MZXW6',
    foob: 'MZXW6YQ',
    foobar: 'MZXW6YTBOI',
  };
  for (const [text, written] of Object.entries(pairs))
    assert.equal(base32(Buffer.from(text)), written);
});

test('an app reads clinic, account and key from the address', () => {
  const url = new URL(keyAddress(secret, 'Zâmbet: Cluj', 'ana@example.com'));
  assert.equal(url.protocol, 'otpauth:');
  assert.equal(decodeURIComponent(url.pathname), '/Zâmbet  Cluj:ana@example.com');
  assert.equal(url.searchParams.get('secret'), 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  assert.equal(url.searchParams.get('issuer'), 'Zâmbet  Cluj');
});
