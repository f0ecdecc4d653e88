import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conditions, type ScopeFacts, scopeFrom } from './scope.ts';

const cluj = { id: 1, documentId: 'cluj' };
const person: ScopeFacts = {
  superAdmin: false,
  patients: [[conditions.locations]],
  visits: [[]],
  clinicPlaces: 2,
  allPlaces: false,
  places: [cluj],
  practitioner: null,
  opened: [],
};

test('staff of one place know its patients only', () => {
  assert.deepEqual(scopeFrom(person), {
    everywhere: false,
    schedule: 'everybody',
    places: [cluj],
    treatedBy: null,
    opened: [],
  });
});

test('a clinic with one place needs no assignment', () => {
  assert.equal(scopeFrom({ ...person, clinicPlaces: 1, places: [] }).everywhere, true);
});

test('whoever is assigned nowhere knows nobody', () => {
  assert.deepEqual(scopeFrom({ ...person, places: [] }), {
    everywhere: false,
    schedule: 'everybody',
    places: [],
    treatedBy: null,
    opened: [],
  });
});

test('a role without the condition lets its people see everybody, whatever their other roles say', () => {
  assert.equal(scopeFrom({ ...person, patients: [[conditions.locations], []] }).everywhere, true);
  assert.equal(scopeFrom({ ...person, superAdmin: true }).everywhere, true);
  assert.equal(scopeFrom({ ...person, allPlaces: true }).everywhere, true);
});

test('whoever may not read patients is bound to their places in everything else', () => {
  assert.equal(scopeFrom({ ...person, patients: [] }).everywhere, false);
});

test('own patients are those of the practitioner, also beside own places', () => {
  const practitioner = { id: 7, documentId: 'dr' };
  const own = scopeFrom({ ...person, patients: [[conditions.patients]], practitioner });
  assert.deepEqual(own, {
    everywhere: false,
    schedule: 'everybody',
    places: null,
    treatedBy: 7,
    opened: [],
  });
  const both = [[conditions.patients, conditions.locations]];
  assert.deepEqual(scopeFrom({ ...person, patients: both, practitioner }), {
    ...own,
    places: [cluj],
  });
  // Everywhere at once is not what "own patients" says, also where there is one place.
  assert.equal(
    scopeFrom({ ...person, patients: [[conditions.patients]], clinicPlaces: 1 }).everywhere,
    false,
  );
});

test('the own schedule is shown alone only when every role says so', () => {
  const practitioner = { id: 7, documentId: 'dr' };
  const facts = { ...person, practitioner, visits: [[conditions.schedule]] };
  assert.deepEqual(scopeFrom(facts).schedule, { practitioner });
  assert.equal(scopeFrom({ ...facts, visits: [[conditions.schedule], []] }).schedule, 'everybody');
});
