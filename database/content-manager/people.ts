import * as help from './help.ts';
import type { View } from './view.ts';

export const people: Readonly<Record<string, View>> = {
  patient: {
    name: 'fullName',
    sort: ['fullName', 'ASC'],
    pageSize: 20,
    list: ['lastName', 'firstName', 'dateOfBirth', 'mobileNumber', 'email'],
    form: [
      [
        ['lastName', 6],
        ['firstName', 6],
      ],
      [
        ['dateOfBirth', 4],
        ['sex', 4],
        ['preferredLanguage', 4],
      ],
      [
        ['mobileNumber', 6],
        ['email', 6],
      ],
      [
        ['address', 8],
        ['city', 4],
      ],
      [['alerts', 12]],
      [['notes', 12]],
      [
        ['nationalId', 6],
        ['insuranceNumber', 6],
      ],
      [['sensitiveNotes', 12]],
      [
        ['location', 6],
        ['guarantor', 6],
      ],
      [
        ['emailReminders', 4],
        ['smsReminders', 4],
        ['archived', 4],
      ],
    ],
    help: {
      mobileNumber: 'Several people of a family may share it.',
      email: 'Several people of a family may share it.',
      alerts: 'Shown wherever the patient is: allergies, medicines, conditions.',
      guarantor: 'Who pays, when it is somebody else: a parent, a partner.',
      location: 'Where the patient usually comes.',
      preferredLanguage: 'Messages and forms are in this language.',
      archived: 'Patients are never deleted: an archived one is out of the way.',
      notes: 'Seen by staff only.',
      nationalId: 'Kept encrypted. The desk finds the patient by it.',
      insuranceNumber: 'Kept encrypted. The desk finds the patient by it.',
      sensitiveNotes: 'Kept encrypted, seen by few: what the desk need not know.',
    },
    examples: { mobileNumber: '+40700001234', email: 'ana@example.com' },
    sealed: ['nationalId', 'insuranceNumber', 'sensitiveNotes'],
  },
  practitioner: {
    name: 'fullName',
    sort: ['position', 'ASC'],
    list: ['fullName', 'profession', 'specialization', 'locations', 'active', 'onlineBookable'],
    form: [
      [
        ['title', 2],
        ['firstName', 5],
        ['lastName', 5],
      ],
      [
        ['profession', 4],
        ['specialization', 8],
      ],
      [['biography', 12]],
      [
        ['photo', 6],
        ['color', 3],
        ['position', 3],
      ],
      [
        ['locations', 6],
        ['appointmentTypes', 6],
      ],
      [
        ['active', 6],
        ['onlineBookable', 6],
      ],
    ],
    labels: { appointmentTypes: 'Performs', title: 'Title', locations: 'Works at' },
    help: {
      appointmentTypes: 'What patients can book with this person.',
      biography: 'Shown to patients when they choose whom to see.',
      color: `Marks this person in the calendar. ${help.color}`,
      position: help.position,
      active: 'Off: no longer works here. Past visits stay.',
      onlineBookable: 'Off: only the desk can book visits.',
    },
    examples: { title: 'Dr.', color: '#0F766E' },
  },
  'working-hours': {
    name: 'dayOfWeek',
    sort: ['dayOfWeek', 'ASC'],
    pageSize: 50,
    list: ['practitioner', 'location', 'dayOfWeek', 'startTime', 'endTime', 'isAvailable'],
    form: [
      [
        ['practitioner', 6],
        ['location', 6],
      ],
      [
        ['dayOfWeek', 4],
        ['startTime', 4],
        ['endTime', 4],
      ],
      [
        ['validFrom', 4],
        ['validUntil', 4],
        ['weeks', 4],
      ],
      [
        ['isAvailable', 6],
        ['instead', 6],
      ],
    ],
    help: {
      weeks: 'By the number of the calendar week.',
      instead: 'On: on these dates only such entries count, holidays or not.',
      startTime: 'Local time of the location. A split shift is two entries.',
      endTime: '00:00 is the end of the day.',
      validFrom: 'Empty: always.',
      validUntil: 'Empty: always. The last day that counts.',
      isAvailable: 'Off: these hours are closed instead.',
    },
  },
  'time-off': {
    name: 'reason',
    sort: ['startsAt', 'DESC'],
    pageSize: 20,
    list: ['kind', 'startsAt', 'endsAt', 'practitioner', 'location', 'reason'],
    form: [
      [
        ['kind', 4],
        ['startsAt', 4],
        ['endsAt', 4],
      ],
      [['reason', 12]],
      [
        ['practitioner', 6],
        ['location', 6],
      ],
      [
        ['chair', 6],
        ['equipment', 6],
      ],
    ],
    help: {
      startsAt: 'No visit can be booked from here on.',
      endsAt: 'Visits can be booked again.',
      reason: 'Seen by staff only.',
      practitioner: 'Whom it is for.',
      location: 'A location alone closes it for everybody.',
      chair: 'A chair alone is out of use.',
      equipment: 'A piece of equipment alone is out of use.',
    },
  },
};
