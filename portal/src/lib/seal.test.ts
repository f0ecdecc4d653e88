import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seal, unseal } from './seal.ts';

const secret = 'a-secret-of-this-clinic';

test('what was sealed comes back, and cannot be read from outside', async () => {
  const sealed = await seal({ access: 'token-of-ana' }, secret, 60);
  assert.deepEqual(await unseal(sealed, secret), { access: 'token-of-ana' });
  for (const part of sealed.split('.'))
    assert.ok(!Buffer.from(part, 'base64url').toString('latin1').includes('ana'));
});

test('another secret, an altered byte, rubbish and a past expiry open nothing', async () => {
  const sealed = await seal({ access: 'x' }, secret, 60);
  const middle = Math.floor(sealed.length / 2);
  const altered = `${sealed.slice(0, middle)}${sealed[middle] === 'A' ? 'B' : 'A'}${sealed.slice(middle + 1)}`;
  assert.equal(await unseal(sealed, 'another-secret-entirely'), undefined);
  assert.equal(await unseal(altered, secret), undefined);
  assert.equal(await unseal('rubbish', secret), undefined);
  assert.equal(await unseal(await seal({ access: 'x' }, secret, -1), secret), undefined);
});
