import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CalendarAppointment } from '../../../../shared/calendar.ts';
import type { Sheet } from '../board/blocks.ts';
import { noticeOf } from './notice.ts';

const nine = { start: '2027-03-09T09:00:00+02:00', end: '2027-03-09T17:00:00+02:00' };
const person = (documentId: string, hours: Sheet['practitioners'][number]['hours']) => ({
  documentId,
  name: documentId,
  profession: 'dentist',
  color: null,
  appointmentTypes: [],
  hours,
});
const sheet: Sheet = {
  from: '2027-03-09',
  days: 1,
  zone: 'Europe/Bucharest',
  location: 'quay',
  now: '2027-03-08T08:00:00+02:00',
  appointments: [],
  practitioners: [person('adina', [nine]), person('bogdan', [])],
  chairs: [{ documentId: 'one', name: 'One', kind: 'treatment' }],
  timeOff: [],
  holidays: [],
  holds: [],
};
const visit = (practitioner: string, status: CalendarAppointment['status'] = 'confirmed') =>
  ({ practitioner, chair: 'one', status }) as CalendarAppointment;
const all = ({ status }: CalendarAppointment) => status !== 'cancelled';

test('a day on which somebody works needs no words', () => {
  assert.equal(noticeOf(sheet, { by: 'practitioner', who: '' }, all), undefined);
  assert.equal(noticeOf(sheet, { by: 'chair', who: 'one' }, all), undefined);
});

test('says that nobody works, also when only the one who is off is shown, but not over a visit', () => {
  const closed = { ...sheet, practitioners: [person('adina', []), person('bogdan', [])] };
  assert.deepEqual(noticeOf(closed, { by: 'practitioner', who: '' }, all), { kind: 'nobody' });
  assert.deepEqual(noticeOf(closed, { by: 'chair', who: '' }, all), { kind: 'nobody' });
  const bogdan = { by: 'practitioner', who: 'bogdan' } as const;
  assert.deepEqual(noticeOf(sheet, bogdan, all), { kind: 'nobody' });
  const booked = { ...sheet, appointments: [visit('bogdan')] };
  assert.equal(noticeOf(booked, bogdan, all), undefined);
});

test('says that a practitioner belongs to another location, or that a location has none', () => {
  assert.deepEqual(noticeOf(sheet, { by: 'practitioner', who: 'carmen' }, all), {
    kind: 'stranger',
  });
  assert.deepEqual(
    noticeOf({ ...sheet, practitioners: [] }, { by: 'practitioner', who: '' }, all),
    { kind: 'no-columns' },
  );
});

test('counts the visits that filters hide in the columns shown', () => {
  const busy = {
    ...sheet,
    appointments: [visit('adina'), visit('bogdan'), visit('adina', 'cancelled')],
  };
  const none = () => false;
  assert.deepEqual(noticeOf(busy, { by: 'practitioner', who: '' }, none), {
    kind: 'hidden',
    count: 2,
  });
  assert.deepEqual(noticeOf(busy, { by: 'practitioner', who: 'adina' }, none), {
    kind: 'hidden',
    count: 1,
  });
});
