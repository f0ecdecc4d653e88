import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bookingOf, type Draft, knownOf, missingIn, namesIn } from './booking.ts';

const draft: Draft = {
  patient: { documentId: 'p1', name: 'Ana Marin' },
  newPatient: undefined,
  typed: '',
  appointmentType: 't1',
  practitioner: 'd1',
  chair: '',
  date: '2026-11-24',
  time: '09:30',
  duration: undefined,
  reason: ' chipped tooth ',
};

test('a booking carries the instant of the location’s wall time and leaves the chair to the server', () => {
  assert.deepEqual(bookingOf(draft, 'p1', { location: 'l1', zone: 'Europe/Bucharest' }), {
    patient: 'p1',
    appointmentType: 't1',
    location: 'l1',
    practitioner: 'd1',
    start: '2026-11-24T07:30:00.000Z',
    reason: 'chipped tooth',
  });
});

test('what is missing is named', () => {
  assert.deepEqual(missingIn(draft), []);
  assert.deepEqual(missingIn({ ...draft, patient: undefined, appointmentType: '' }), [
    'patient',
    'appointmentType',
  ]);
  const newcomer = { firstName: 'Ana', lastName: ' ' };
  assert.deepEqual(missingIn({ ...draft, patient: undefined, newPatient: newcomer }), ['lastName']);
});

test('a name that was searched for becomes the new patient’s', () => {
  assert.deepEqual(namesIn(' Ștefan  Radu Ionescu'), {
    firstName: 'Ștefan',
    lastName: 'Radu Ionescu',
  });
  assert.deepEqual(namesIn('0740 123 456'), { firstName: '', lastName: '' });
});

test('fields left empty are not sent', () => {
  assert.deepEqual(knownOf({ firstName: ' Ana ', lastName: 'Marin', email: '' }), {
    firstName: 'Ana',
    lastName: 'Marin',
  });
});
