import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparedPaths, queryPaths } from './query-paths.ts';

const told = (query: Record<string, unknown>) => queryPaths(query).map((path) => path.join('.'));

test('filters tell their fields through operators, lists and relations', () => {
  assert.deepEqual(
    told({
      filters: {
        $or: [{ notes: { $contains: 'x' } }, { patient: { account: { password: 'y' } } }],
        $not: { status: 'pending' },
      },
    }),
    ['notes', 'patient', 'patient.account', 'patient.account.password', 'status'],
  );
  assert.deepEqual(told({ filters: { $and: { '0': { email: 'a' } } } }), ['email']);
});

test('sort, fields and populate in all their spellings', () => {
  assert.deepEqual(told({ sort: 'lastName:asc,patient.email' }), ['lastName', 'patient.email']);
  assert.deepEqual(told({ sort: [{ account: { email: 'asc' } }, { name: 'desc' }] }), [
    'account.email',
    'name',
  ]);
  assert.deepEqual(told({ fields: ['notes', '*'] }), ['notes']);
  assert.deepEqual(told({ populate: '*' }), []);
  assert.deepEqual(told({ populate: ['patient', 'patient.account'] }), [
    'patient',
    'patient.account',
  ]);
  assert.deepEqual(
    told({
      populate: { patient: { filters: { notes: 'x' }, populate: { account: true } } },
    }),
    ['patient', 'patient.notes', 'patient.account'],
  );
});

test('what is compared, at any depth, is told apart from what is shown', () => {
  const query = {
    sort: 'lastName',
    fields: ['notes'],
    populate: { guarantor: { filters: { city: 'B' } }, account: true },
  };
  assert.deepEqual(
    comparedPaths(query).map((path) => path.join('.')),
    ['lastName', 'guarantor.city'],
  );
});
