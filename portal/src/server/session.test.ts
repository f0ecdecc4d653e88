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
process.env.PORTAL_URL = 'https://clinic.example';

test('under HTTPS the cookie belongs to this host alone, and no script reads it', async () => {
  const { writeSession } = await import('./session.ts');
  const set: [string, string, object][] = [];
  const cookies = { set: (...cookie: [string, string, object]) => set.push(cookie) };
  const context = { cookies, locals: { session: {} } } as unknown as Parameters<
    typeof writeSession
  >[0];
  await writeSession(context, { access: 'an access token', refresh: 'a refresh token' });
  const [[name, value, options] = ['', '', {}]] = set;
  assert.equal(name, '__Host-enamel');
  assert.doesNotMatch(Buffer.from(value, 'base64url').toString(), /access token/);
  assert.deepEqual(options, { httpOnly: true, sameSite: 'lax', secure: true, path: '/' });
});

test('whoever is signed out leaves nothing of theirs to who comes next to this machine', async () => {
  const { signedOut } = await import('./session.ts');
  const left = signedOut({
    form: 'a mark of this browser',
    browser: 'another',
    access: 'an access token',
    refresh: 'a refresh token',
    ward: { documentId: 'w', name: 'Matei Pop' },
    second: { challenge: 'c', ways: ['totp'], until: '2026-03-02T10:05:00Z' },
    app: 'a key',
    codes: ['abcde-fghij'],
    draft: { reason: 'It hurts at night', whom: 'w' },
    guest: {
      firstName: 'Ana',
      lastName: 'Pop',
      dateOfBirth: '1990-01-02',
      way: 'email',
      email: 'ana@example.com',
      token: 'a pass',
    },
  });
  assert.deepEqual(JSON.parse(JSON.stringify(left)), {
    form: 'a mark of this browser',
    browser: 'another',
  });
});
