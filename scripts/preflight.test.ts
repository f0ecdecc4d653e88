import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { EnvironmentError } from '@enamel/config';
import { preflight } from './preflight.ts';
import { freePort } from './processes.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'enamel-preflight-'));

const freePorts = async () => {
  const [PORT, PORTAL_PORT, PG_PORT] = await Promise.all([freePort(), freePort(), freePort()]);
  return { PORT: String(PORT), PORTAL_PORT: String(PORTAL_PORT), PG_PORT: String(PG_PORT) };
};

const problemsOf = async (variables: Record<string, string>): Promise<readonly string[]> => {
  try {
    await preflight(folder(), variables);
    return [];
  } catch (error) {
    assert.ok(error instanceof EnvironmentError);
    return error.problems;
  }
};

test('a demo makes its secrets once and keeps them', async () => {
  const root = folder();
  const ports = await freePorts();
  const first = await preflight(root, { TZ: 'UTC', ...ports });
  const second = await preflight(root, { TZ: 'UTC', ...ports });
  assert.equal(first.variables.DEMO_DATA, 'true');
  assert.equal(first.variables.JWT_SECRET, second.variables.JWT_SECRET);
  assert.ok(
    readFileSync(join(root, '.enamel/secrets.json'), 'utf8').includes(
      first.variables.JWT_SECRET ?? '?',
    ),
  );
});

test('production without secrets stops and names each of them', async () => {
  const problems = await problemsOf({ TZ: 'UTC', NODE_ENV: 'production' });
  for (const name of [
    'APP_KEYS',
    'ADMIN_JWT_SECRET',
    'JWT_SECRET',
    'LINK_SECRET',
    'PORTAL_SECRET',
    'DATABASE_URL',
    'PUBLIC_URL',
    'PORTAL_URL',
  ])
    assert.ok(
      problems.some((line) => line.startsWith(`${name} `)),
      name,
    );
});

test('a zone other than UTC and a malformed port are named together', async () => {
  const problems = await problemsOf({ TZ: 'Europe/Bucharest', PORT: '99999' });
  assert.deepEqual(
    problems.map((line) => line.split(' ')[0]),
    ['PORT', 'TZ'],
  );
});

test('a busy port and an unreachable database are named together', async () => {
  const busy = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => busy.once('listening', resolve));
  const address = busy.address();
  assert.ok(typeof address === 'object' && address);
  const ports = await freePorts();
  const problems = await problemsOf({
    TZ: 'UTC',
    ...ports,
    PORT: String(address.port),
    DATABASE_URL: `postgresql://u:p@127.0.0.1:${await freePort()}/x`,
  });
  busy.close();
  assert.equal(problems.length, 2);
  assert.match(problems.join(), /PORT \d+ is in use/);
  assert.match(problems.join(), /DATABASE_URL cannot be reached/);
});

test('two parts cannot share a port', async () => {
  const port = String(await freePort());
  assert.match(
    (await problemsOf({ TZ: 'UTC', ...(await freePorts()), PORT: port, PORTAL_PORT: port })).join(),
    /both/,
  );
});
