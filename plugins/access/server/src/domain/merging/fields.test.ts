import assert from 'node:assert/strict';
import test from 'node:test';
import { chosen, differences, undecided } from './fields.ts';

const attributes = {
  firstName: { type: 'string' },
  email: { type: 'email' },
  sex: { type: 'enumeration' },
  notes: { type: 'text' },
  smsReminders: { type: 'boolean' },
  fullName: { type: 'string' },
  archived: { type: 'boolean' },
  location: { type: 'relation' },
};
const winner = { firstName: 'Ana', email: null, sex: 'unknown', notes: 'Calm', smsReminders: true };
const loser = {
  firstName: 'Anna',
  email: 'a@b.ro',
  sex: 'female',
  notes: 'Late',
  smsReminders: false,
};
const fields = differences(attributes, { ...winner, fullName: 'x' }, { ...loser, fullName: 'y' });

test('what the winner lacks comes from the other, a no to messages stays, notes are put together', () => {
  assert.deepEqual(
    fields.map(({ name, usual }) => [name, usual]),
    [
      ['firstName', 'winner'],
      ['email', 'loser'],
      ['sex', 'loser'],
      ['notes', 'both'],
      ['smsReminders', 'loser'],
    ],
  );
  assert.deepEqual(chosen(fields, {}), {
    email: 'a@b.ro',
    sex: 'female',
    notes: 'Calm\n\nLate',
    smsReminders: false,
  });
});

test('whoever merges chooses field by field; what cannot be chosen is as usual', () => {
  assert.deepEqual(
    chosen(fields, {
      firstName: 'loser',
      email: 'winner',
      sex: 'both',
      notes: 'loser',
      smsReminders: 'winner',
    }),
    { firstName: 'Anna', sex: 'female', notes: 'Late' },
  );
});

test('records that say the same differ in nothing', () => {
  assert.deepEqual(differences(attributes, winner, winner), []);
  assert.deepEqual(differences(attributes, { email: null }, { email: '' }), []);
});

test('two national ids, and notes that do not fit, somebody has to decide', () => {
  const sealed = {
    nationalId: { type: 'string' },
    sensitiveNotes: { type: 'text', maxLength: 12 },
  };
  const one = { nationalId: '2850101223344', sensitiveNotes: 'Hears badly' };
  const other = { nationalId: '2850101223345', sensitiveNotes: 'Afraid' };
  const differing = differences(sealed, one, other);
  assert.deepEqual(
    differing.map(({ name, usual, doubt, choices }) => [name, usual, doubt, choices]),
    [
      ['nationalId', null, 'two-people', ['winner', 'loser']],
      ['sensitiveNotes', null, 'too-long', ['winner', 'loser']],
    ],
  );
  assert.equal(undecided(differing, {})?.name, 'nationalId');
  assert.equal(
    undecided(differing, { nationalId: 'winner', sensitiveNotes: 'both' })?.doubt,
    'too-long',
  );
  const choices = { nationalId: 'loser', sensitiveNotes: 'winner' } as const;
  assert.equal(undecided(differing, choices), undefined);
  assert.deepEqual(chosen(differing, choices), { nationalId: '2850101223345' });
});

test('one national id, written in two ways, is one', () => {
  const [field] = differences(
    { nationalId: { type: 'string' } },
    { nationalId: 'ab 1234' },
    { nationalId: 'AB1234' },
  );
  assert.deepEqual([field?.usual, field?.doubt], ['winner', null]);
});
