import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';

test('a patient’s token is handed to nobody whom the API’s address sends on to', async () => {
  const asked: (string | undefined)[] = [];
  const stranger = createServer((request, response) => {
    asked.push(request.headers.authorization);
    response.end('{}');
  }).listen(0, '127.0.0.1');
  await once(stranger, 'listening');
  const api = createServer((_, response) => {
    const { port } = stranger.address() as AddressInfo;
    response.writeHead(307, { Location: `http://127.0.0.1:${port}/` }).end();
  }).listen(0, '127.0.0.1');
  await once(api, 'listening');
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
  process.env.API_URL = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
  const { ApiProblem, createApi } = await import('./api.ts');
  try {
    await assert.rejects(
      createApi({ access: 'a-token' }).raw('GET', '/access/me'),
      (error) => error instanceof ApiProblem && error.status === 503,
    );
    assert.deepEqual(asked, []);
  } finally {
    api.close();
    stranger.close();
  }
});
