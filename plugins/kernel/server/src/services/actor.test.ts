import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Core } from '@strapi/strapi';
import { system } from '../../../shared/index.ts';
import { currentActor, runAs } from './actor.ts';

const strapiWith = (state?: object) =>
  ({ requestContext: { get: () => state && { state } } }) as unknown as Core.Strapi;

test('everything done is done by somebody', async () => {
  assert.deepEqual(currentActor(strapiWith()), { kind: 'system', id: 'enamel' });
  assert.deepEqual(currentActor(strapiWith({})), { kind: 'visitor', id: 'visitor' });
  const staff = { id: 4, firstname: 'Ioana', lastname: 'Pop', roles: [{ code: 'dentist' }] };
  assert.deepEqual(currentActor(strapiWith({ user: staff })), {
    kind: 'staff',
    id: '4',
    name: 'Ioana Pop',
    roles: ['dentist'],
  });
  assert.deepEqual(currentActor(strapiWith({ user: { id: 7, patient: { documentId: 'p' } } })), {
    kind: 'patient',
    id: '7',
    patient: 'p',
  });
  await runAs(system('reminders'), async () => {
    assert.equal(currentActor(strapiWith({ user: staff })).id, 'reminders');
  });
});
