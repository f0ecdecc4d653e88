import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EnvironmentError, readEnvironment } from './env.ts';

const secret = 'x'.repeat(24);
const good = {
  TZ: 'UTC',
  APP_KEYS: secret,
  ADMIN_JWT_SECRET: secret,
  API_TOKEN_SALT: secret,
  TRANSFER_TOKEN_SALT: secret,
  ENCRYPTION_KEY: secret,
  JWT_SECRET: secret,
  LINK_SECRET: secret,
  PORTAL_SECRET: secret,
  FIELD_KEYS: secret,
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
