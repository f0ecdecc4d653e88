import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { log } from './log.ts';

const lineOf = async (address: string, route?: string, status = 200): Promise<string> => {
  const lines: string[] = [];
  const strapi = {
    log: {
      http: (line: string) => lines.push(line),
      info: (line: string) => lines.push(`info: ${line}`),
    },
    requestContext: { get: () => ({ state: { user: { id: 7, roles: [] } } }) },
  } as unknown as Core.Strapi;
  const context = {
    method: 'GET',
    url: address,
    path: address,
    status,
    state: { requestId: 'a-request' },
    ...(route ? { _matchedRoute: route } : {}),
  } as unknown as Context;
  await log({}, { strapi })(context, async () => undefined);
  return lines.join('\n');
};

test('a line names the route and the request, never the address', async () => {
  const line = await lineOf(
    '/api/scheduling/feeds/s3cret.ics?q=Pop',
    '/api/scheduling/feeds/:file',
  );
  assert.match(line, /^GET \/api\/scheduling\/feeds\/:file \(\d+ ms\) 200 a-request$/);
});

test('an address without a route stays unnamed', async () => {
  assert.match(await lineOf('/api/forms/s3cret'), /^GET \(no route\) \(\d+ ms\) 200 a-request$/);
});

test('a refusal is told at the usual level, with whoever was refused', async () => {
  for (const status of [401, 403])
    assert.match(
      await lineOf('/api/patients/one', '/api/patients/:id', status),
      new RegExp(`^info: GET /api/patients/:id \\(\\d+ ms\\) ${status} a-request staff 7$`),
    );
  assert.doesNotMatch(await lineOf('/api/patients/one', '/api/patients/:id', 429), /info/);
});
