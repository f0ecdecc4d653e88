import assert from 'node:assert/strict';
import { test } from 'node:test';

for (const name of [
  'APP_KEYS',
  'ADMIN_JWT_SECRET',
  'API_TOKEN_SALT',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'JWT_SECRET',
  'LINK_SECRET',
  'PORTAL_SECRET',
  'FIELD_KEYS',
])
  process.env[name] = `${name}-0123456789abcdef`;
process.env.TZ = 'UTC';
const { seal, unseal } = await import('./sealing.ts');

test('what is sealed opens as it was, for its one purpose, and never seals to the same bytes', () => {
  const sealed = seal('guest-code', { code: '123456' });
  assert.deepEqual(unseal('guest-code', sealed), { code: '123456' });
  assert.equal(unseal('guest-pass', sealed), undefined);
  assert.notDeepEqual(seal('guest-code', { code: '123456' }), sealed);
  assert.equal(sealed.includes('123456'), false);
});

test('altered by one bit or cut short anywhere it does not open', () => {
  const sealed = seal('guest-code', { code: '123456' });
  for (let index = 0; index < sealed.length; index++) {
    const altered = Buffer.from(sealed);
    altered[index] = (altered[index] as number) ^ 1;
    assert.equal(unseal('guest-code', altered), undefined);
    assert.equal(unseal('guest-code', sealed.subarray(0, index)), undefined);
  }
});
