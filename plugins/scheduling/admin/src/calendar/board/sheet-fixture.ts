/** A Tuesday in a small clinic, for stories of the calendar. */
import type { CalendarAppointment } from '../../../../shared/calendar.ts';
import type { Sheet } from './blocks.ts';

export const at = (time: string) => `2026-11-24T${time}:00+02:00`;
export const visit = (
  documentId: string,
  from: string,
  to: string,
  more: Partial<CalendarAppointment> = {},
): CalendarAppointment => ({
  documentId,
  start: at(from),
  end: at(to),
  chairOnly: [],
  status: 'confirmed',
  moves: [],
  patient: { documentId: documentId, name: documentId, phone: null, alerts: [] },
  practitioner: 'd1',
  assistant: null,
  chair: 'c1',
  location: 'l1',
  appointmentType: {
    documentId: 't1',
    name: 'Filling',
    color: '#112233',
    duration: 30,
    bufferBefore: 0,
    bufferAfter: 10,
  },
  reason: null,
  notes: null,
  cancelReason: null,
  overbooked: false,
  overbookReason: null,
  arrivedAt: null,
  seatedAt: null,
  completedAt: null,
  bookedVia: 'desk',
  seriesId: null,
  groupId: null,
  ...more,
});
export const person = (documentId: string) => ({
  documentId,
  name: documentId,
  profession: 'dentist',
  color: null,
  appointmentTypes: ['t1'],
  hours: [{ start: at('09:00'), end: at('17:00') }],
});
export const sheet = (appointments: CalendarAppointment[], more: Partial<Sheet> = {}): Sheet => ({
  from: '2026-11-24',
  days: 1,
  zone: 'Europe/Bucharest',
  location: 'l1',
  now: at('08:00'),
  appointments,
  practitioners: [person('d1'), person('d2')],
  chairs: [
    { documentId: 'c1', name: 'Chair 1', kind: 'treatment' },
    { documentId: 'c2', name: 'Chair 2', kind: 'treatment' },
  ],
  timeOff: [],
  holds: [],
  holidays: [],
  ...more,
});
