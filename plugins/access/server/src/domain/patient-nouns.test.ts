import assert from 'node:assert/strict';
import { test } from 'node:test';
import { otherPeople, patientNoun, reachesOthers } from './patient-nouns.ts';

const relation = (target: string) => ({ type: 'relation', target });
const nouns: Record<string, Record<string, { type: string; target?: string }>> = {
  [patientNoun]: {
    lastName: { type: 'string' },
    guarantor: relation(patientNoun),
    location: relation('api::location.location'),
  },
  'api::appointment.appointment': { patient: relation(patientNoun), notes: { type: 'text' } },
};
const attributesOf = (uid: string) => nouns[uid];
const reaches = (uid: string, path: string, compared = false) =>
  reachesOthers(attributesOf, uid, path.split('.'), { compared });

test('whom a record names beside its patient is somebody else', () => {
  assert.deepEqual(otherPeople(patientNoun, nouns[patientNoun] ?? {}), ['guarantor']);
  assert.deepEqual(
    otherPeople('api::appointment.appointment', nouns['api::appointment.appointment'] ?? {}),
    [],
  );
});

test('a path that goes on from one patient to another reaches others', () => {
  assert.equal(reaches(patientNoun, 'guarantor.lastName'), true);
  assert.equal(reaches('api::appointment.appointment', 'patient.guarantor.lastName'), true);
  assert.equal(reaches('api::appointment.appointment', 'patient.lastName'), false);
  assert.equal(reaches(patientNoun, 'guarantor'), false);
  assert.equal(reaches(patientNoun, 'guarantor', true), true);
  assert.equal(reaches('api::appointment.appointment', 'patient', true), false);
  assert.equal(reaches(patientNoun, 'location.name'), false);
});
