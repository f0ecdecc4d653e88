import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rightsChanges, rightsRequestOf } from './rights.ts';

test('requests that change rights are told by noun, verb and id', () => {
  const told = {
    'PUT /admin/roles/3/permissions': { noun: 'role', action: 'permissions', id: '3' },
    'POST /admin/roles': { noun: 'role', action: 'create', id: null },
    'DELETE /admin/roles/3/': { noun: 'role', action: 'delete', id: '3' },
    'POST /admin/roles/batch-delete': { noun: 'role', action: 'delete', id: null },
    'PUT /admin/users/7': { noun: 'staff-account', action: 'update', id: '7' },
    'POST /admin/api-tokens/1/regenerate': { noun: 'token', action: 'update', id: '1' },
    'PUT /users-permissions/roles/2': { noun: 'portal-role', action: 'update', id: '2' },
  };
  for (const [request, expected] of Object.entries(told)) {
    const [method = '', path = ''] = request.split(' ');
    assert.deepEqual(rightsRequestOf(method, path), expected);
  }
  assert.equal(rightsRequestOf('GET', '/admin/roles'), undefined);
  assert.equal(rightsRequestOf('PUT', '/admin/rolesandmore/1'), undefined);
});

test('a change tells what was granted and revoked, and no password', () => {
  const before = { blocked: false, roles: ['Dentist'] };
  const after = { blocked: true, roles: ['Clinic admin', 'Dentist'] };
  assert.deepEqual(rightsChanges(before, after, ['password', 'blocked']), {
    fields: ['blocked', 'password'],
    values: { blocked: { old: false, new: true } },
    granted: ['Clinic admin'],
    revoked: [],
  });
  assert.deepEqual(rightsChanges(after, null, []).revoked, ['Clinic admin', 'Dentist']);
});
