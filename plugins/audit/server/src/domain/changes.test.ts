import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesOf } from './changes.ts';

const patient = {
  firstName: { type: 'string' },
  dateOfBirth: { type: 'date' },
  archived: { type: 'boolean' },
  notes: { type: 'text' },
};

test('a state is told with its old and new value', () => {
  const changes = changesOf(patient, ['archived'], { archived: false }, { archived: true });
  assert.deepEqual(changes, {
    fields: ['archived'],
    values: { archived: { old: false, new: true } },
  });
});

test('names, notes and the birth date are told by name only', () => {
  const changes = changesOf(
    patient,
    ['notes', 'firstName', 'dateOfBirth'],
    { firstName: 'Ana', notes: null, dateOfBirth: '1990-01-01' },
    { firstName: 'Anna', notes: 'allergic', dateOfBirth: '1990-01-02' },
  );
  assert.deepEqual(changes, { fields: ['dateOfBirth', 'firstName', 'notes'], values: {} });
  assert.ok(!JSON.stringify(changes).includes('allergic'));
});

test('what was sent but stayed the same is no change, and what is no field is not told', () => {
  const changes = changesOf(
    patient,
    ['archived', '__proto'],
    { archived: true },
    { archived: true },
  );
  assert.deepEqual(changes, { fields: [], values: {} });
});

test('dates compare by instant', () => {
  const at = new Date('2026-03-29T00:30:00Z');
  const visit = { startsAt: { type: 'datetime' } };
  const same = changesOf(
    visit,
    ['startsAt'],
    { startsAt: at },
    { startsAt: '2026-03-29T00:30:00.000Z' },
  );
  assert.deepEqual(same.fields, []);
});

test('a relation to one record is told by the ids of both, one to many by name', () => {
  const visit = { practitioner: { type: 'relation' }, chairs: { type: 'relation' } };
  const changes = changesOf(
    visit,
    ['practitioner', 'chairs'],
    { practitioner: 'ana' },
    { practitioner: null },
    new Set(['practitioner']),
  );
  assert.deepEqual(changes, {
    fields: ['chairs', 'practitioner'],
    values: { practitioner: { old: 'ana', new: null } },
  });
});
