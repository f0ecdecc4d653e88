import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EnvironmentError, readEnvironment } from './env.ts';

const secret = (name: string) => `${name}-0123456789abcdef`;
const good = {
  TZ: 'UTC',
  APP_KEYS: secret('APP_KEYS'),
  ADMIN_JWT_SECRET: secret('ADMIN_JWT_SECRET'),
  API_TOKEN_SALT: secret('API_TOKEN_SALT'),
  TRANSFER_TOKEN_SALT: secret('TRANSFER_TOKEN_SALT'),
  ENCRYPTION_KEY: secret('ENCRYPTION_KEY'),
  JWT_SECRET: secret('JWT_SECRET'),
  LINK_SECRET: secret('LINK_SECRET'),
  PORTAL_SECRET: secret('PORTAL_SECRET'),
  FIELD_KEYS: secret('FIELD_KEYS'),
};

const problemsOf = (variables: Record<string, string>): readonly string[] => {
  try {
    readEnvironment(variables);
    return [];
  } catch (error) {
    assert.ok(error instanceof EnvironmentError);
    return error.problems;
  }
};

test('a complete environment is read with its defaults', () => {
  assert.equal(readEnvironment(good).PORT, 1337);
});

test('every missing and malformed variable is named at once and no value is repeated', () => {
  const problems = problemsOf({
    ...good,
    TZ: 'Europe/Bucharest',
    APP_KEYS: '',
    PORT: 'http',
    JWT_SECRET: 'short',
  });
  assert.deepEqual(
    problems.map((line) => line.split(' ')[0]),
    ['APP_KEYS', 'JWT_SECRET', 'PORT', 'TZ'],
  );
  assert.ok(!problems.join().includes('short'));
});

test('variables that belong together are asked for together', () => {
  assert.deepEqual(problemsOf({ ...good, STRIPE_SECRET_KEY: 'sk_test_1' }), [
    'STRIPE_WEBHOOK_SECRET is needed beside STRIPE_SECRET_KEY',
  ]);
});

test('production takes no demo data, no moved clock and no default addresses', () => {
  const problems = problemsOf({
    ...good,
    NODE_ENV: 'production',
    DEMO_DATA: 'true',
    CLOCK_START: '2026-03-29T00:30:00Z',
  });
  assert.deepEqual(
    problems.map((line) => line.split(' ')[0]),
    ['CLOCK_START', 'DATABASE_URL', 'DEMO_DATA', 'PORTAL_URL', 'PUBLIC_URL'],
  );
});

const production = {
  ...good,
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://enamel:enamel@127.0.0.1:5432/enamel',
  PUBLIC_URL: 'https://panel.clinic.example',
  PORTAL_URL: 'https://clinic.example',
};

test('in production no secret serves twice', () => {
  assert.deepEqual(problemsOf(production), []);
  assert.deepEqual(
    problemsOf({
      ...production,
      JWT_SECRET: good.ADMIN_JWT_SECRET,
      PORTAL_SECRET: good.LINK_SECRET,
    }),
    ['JWT_SECRET must differ from ADMIN_JWT_SECRET', 'PORTAL_SECRET must differ from LINK_SECRET'],
  );
});

test('in production panel and portal are two sites, and HTTPS is the only way to them', () => {
  assert.deepEqual(
    problemsOf({ ...production, PORTAL_URL: 'https://panel.clinic.example/portal' }),
    ['PORTAL_URL must have another host than PUBLIC_URL'],
  );
  assert.deepEqual(problemsOf({ ...production, PUBLIC_URL: 'http://panel.clinic.example' }), [
    'PUBLIC_URL must begin with https:// in production',
  ]);
  const local = { PUBLIC_URL: 'http://127.0.0.1:1337', PORTAL_URL: 'http://localhost:4321' };
  assert.deepEqual(problemsOf({ ...production, ...local }), []);
});
