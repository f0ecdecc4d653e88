import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GroupSlot } from '../../../../shared/groups.ts';
import { itemsOf, missingInPart, nearestTo, type PartDraft, patientsOf } from './group.ts';

const part = (more: Partial<PartDraft>): PartDraft => ({
  id: 0,
  same: false,
  patient: undefined,
  newPatient: undefined,
  typed: '',
  appointmentType: 't1',
  practitioner: '',
  ...more,
});
const ana = { documentId: 'p1', name: 'Ana Marin' };
const mihai = { documentId: 'p2', name: 'Mihai Marin' };

test('each visit of a group is for whom it says, or for whom the one before is', () => {
  const parts = [part({ patient: ana }), part({ same: true }), part({ patient: mihai })];
  assert.deepEqual(patientsOf(parts), [ana, ana, mihai]);
  const newcomer = { firstName: 'Ion', lastName: 'Radu' };
  assert.deepEqual(patientsOf([part({ newPatient: newcomer }), part({ same: true })]), [
    { documentId: '', name: 'Ion Radu' },
    { documentId: '', name: 'Ion Radu' },
  ]);
});

test('a visit with anyone names nobody', () => {
  const parts = [part({ practitioner: 'd1' }), part({ appointmentType: 't2' })];
  assert.deepEqual(itemsOf(parts, ['p1', 'p2']), [
    { appointmentType: 't1', patient: 'p1', practitioner: 'd1' },
    { appointmentType: 't2', patient: 'p2' },
  ]);
});

test('what a visit of a group lacks is named', () => {
  assert.deepEqual(missingInPart(part({ same: true, appointmentType: '' })), ['appointmentType']);
  assert.deepEqual(missingInPart(part({})), ['patient']);
});

test('the starts nearest to the wanted time are offered, in order of time', () => {
  const slots = ['09:00', '10:00', '11:00', '12:00', '15:00'].map(
    (time): GroupSlot => ({
      start: `2027-03-09T${time}:00+02:00`,
      end: `2027-03-09T${time}:30+02:00`,
      parts: [],
    }),
  );
  assert.deepEqual(
    nearestTo(slots, '2027-03-09T09:10:00.000Z', 3).map(({ start }) => start.slice(11, 16)),
    ['10:00', '11:00', '12:00'],
  );
});
