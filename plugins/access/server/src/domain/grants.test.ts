import assert from 'node:assert/strict';
import { test } from 'node:test';
import { additions } from './grants.ts';
import { permissionsOf, roleMatrix } from './role-matrix.ts';

const read = (subject: string, fields: string[]) => ({
  action: 'read',
  subject,
  fields,
  conditions: [],
});
const page = { action: 'plugin::x.page', subject: null, fields: null, conditions: [] };

test('a new role is given all of its lines', () => {
  const { create, extend, given } = additions([read('patient', ['name']), page], {});
  assert.equal(create.length, 2);
  assert.deepEqual(extend, []);
  assert.deepEqual(given, { 'read patient': ['name'], 'plugin::x.page': [] });
});

test('what was given once is never given again', () => {
  const { given } = additions([read('patient', ['name']), page], {});
  const again = additions([read('patient', ['name']), page], given);
  assert.deepEqual([again.create, again.extend], [[], []]);
});

test('a field added to a noun later extends the line', () => {
  const { given } = additions([read('patient', ['name'])], {});
  const later = additions([read('patient', ['name', 'phone'])], given);
  assert.deepEqual(later.extend, [read('patient', ['phone'])]);
  assert.deepEqual(later.given['read patient'], ['name', 'phone']);
});

test('the front desk reads no clinical notes and no answers', () => {
  const desk = roleMatrix.find(({ code }) => code === 'front-desk');
  assert.ok(desk);
  const fields: Record<string, string[]> = {
    patient: ['firstName', 'notes', 'alerts.kind'],
    appointment: ['status', 'notes'],
    treatment: ['procedure', 'notes'],
    'questionnaire-response': ['title', 'answers', 'signature'],
  };
  const permissions = permissionsOf(desk, (noun) => fields[noun] ?? []);
  const readable = permissions
    .filter(({ action }) => action.endsWith('explorer.read'))
    .flatMap(({ subject, fields: paths }) => (paths ?? []).map((path) => `${subject} ${path}`));
  assert.ok(readable.includes('api::patient.patient firstName'));
  assert.ok(readable.includes('api::patient.patient alerts.kind'));
  for (const secret of ['notes', 'answers', 'signature'])
    assert.ok(!readable.some((line) => line.endsWith(` ${secret}`)), secret);
  assert.ok(!permissions.some(({ subject }) => subject?.includes('tooth-finding')));
});

test('no role of the matrix reaches developer tools, tokens or the portal accounts', () => {
  for (const role of roleMatrix)
    for (const action of role.actions)
      assert.doesNotMatch(action, /content-type-builder|tokens|webhooks|marketplace|transfer/);
});
