import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayAsk, type Sight, visible } from './view.ts';

const models: Record<string, { attributes: Record<string, never> }> = {
  appointment: {
    attributes: {
      status: { type: 'enumeration' },
      notes: { type: 'text' },
      patient: { type: 'relation', target: 'patient' },
      chair: { type: 'relation', target: 'chair' },
    } as never,
  },
  patient: {
    attributes: {
      name: { type: 'string' },
      notes: { type: 'text' },
      alerts: { type: 'component', component: 'alert' },
      account: { type: 'relation', target: 'user' },
    } as never,
  },
  alert: { attributes: { kind: { type: 'string' }, text: { type: 'string' } } as never },
};
const modelOf = (uid: string) => models[uid];
const allowed: Record<string, string[]> = {
  appointment: ['status', 'patient', 'chair'],
  patient: ['name', 'alerts', 'alerts.kind', 'account'],
};
const sight: Sight = {
  noun: (uid) => uid in allowed,
  field: (uid, path) => allowed[uid]?.includes(path) ?? false,
};

test('fields without permission vanish at every depth', () => {
  const seen = visible(sight, modelOf, 'appointment', [
    {
      id: 1,
      documentId: 'a',
      status: 'pending',
      notes: 'secret',
      unknown: 'secret',
      chair: { id: 2, name: 'secret' },
      patient: {
        id: 3,
        name: 'Ana',
        notes: 'secret',
        alerts: [{ id: 4, kind: 'allergy', text: 'secret' }],
        account: { id: 5, email: 'secret' },
      },
    },
  ]);
  assert.deepEqual(seen, [
    {
      id: 1,
      documentId: 'a',
      status: 'pending',
      patient: { id: 3, name: 'Ana', alerts: [{ id: 4, kind: 'allergy' }] },
    },
  ]);
});

test('a query may only touch what may be read', () => {
  const ask = (path: string) => mayAsk(sight, modelOf, 'appointment', path.split('.'));
  for (const path of ['status', 'documentId', 'patient', 'patient.name', 'patient.alerts.kind'])
    assert.ok(ask(path), path);
  for (const path of [
    'notes',
    'unknown',
    'chair',
    'chair.name',
    'patient.notes',
    'patient.alerts.text',
    'patient.account',
    'patient.account.email',
    'status.anything',
    'createdBy.email',
  ])
    assert.ok(!ask(path), path);
});
