import * as help from './help.ts';
import type { View } from './view.ts';

const variables =
  'Variables in double braces are filled in when it is sent: patient.firstName, patient.lastName, appointment.date, appointment.time, appointment.type, practitioner.name, location.name, location.address, location.phone, clinic.name, form.link, visits.link, cancel.reason, invoice.number, invoice.total, invoice.link, payment.amount.';

export const papers: Readonly<Record<string, View>> = {
  questionnaire: {
    name: 'title',
    sort: ['key', 'ASC'],
    list: ['title', 'language', 'purpose', 'key', 'active'],
    form: [
      [
        ['title', 8],
        ['language', 4],
      ],
      [['introduction', 12]],
      [['sections', 12]],
      [
        ['purpose', 4],
        ['key', 4],
        ['active', 4],
      ],
    ],
    help: {
      sections:
        'Drag to reorder. Changes are live at once; answers given before keep their questions.',
      introduction: 'Shown above the first question.',
      key: `${help.key} The other languages of the same form have the same key.`,
      purpose: 'The medical history is sent with each booking.',
      active: 'Off: no longer sent.',
    },
  },
  'questionnaire-response': {
    name: 'title',
    sort: ['submittedAt', 'DESC'],
    pageSize: 20,
    list: ['submittedAt', 'patient', 'title', 'language', 'status', 'reviewedBy'],
    form: [
      [
        ['patient', 6],
        ['status', 6],
      ],
      [
        ['title', 8],
        ['language', 4],
      ],
      [['answers', 12]],
      [['questions', 12]],
      [
        ['submittedAt', 6],
        ['dateOfBirth', 6],
      ],
      [
        ['reviewedAt', 6],
        ['reviewedBy', 6],
      ],
      [
        ['questionnaire', 6],
        ['appointment', 6],
      ],
    ],
    readOnly: [
      'title',
      'language',
      'answers',
      'questions',
      'submittedAt',
      'dateOfBirth',
      'reviewedAt',
      'reviewedBy',
    ],
    help: {
      questions: 'Exactly as they were asked.',
      answers: 'As the patient gave and signed them; they never change.',
    },
  },
  invoice: {
    name: 'number',
    sort: ['number', 'DESC'],
    pageSize: 20,
    list: ['number', 'issuedOn', 'patient', 'total', 'status', 'dueOn'],
    form: [
      [
        ['number', 4],
        ['status', 4],
        ['currency', 4],
      ],
      [
        ['patient', 6],
        ['location', 6],
      ],
      [['lines', 12]],
      [
        ['total', 4],
        ['issuedOn', 4],
        ['dueOn', 4],
      ],
      [
        ['treatments', 6],
        ['payments', 6],
      ],
      [['notes', 12]],
      [['paidAt', 6]],
    ],
    readOnly: ['number', 'currency', 'total', 'issuedOn', 'paidAt'],
    help: {
      number: 'Given when the invoice is issued, without gaps.',
      total: help.minorUnits,
      status: 'An issued invoice is never deleted: a wrong one is void.',
      notes: 'Printed below the lines.',
    },
  },
  payment: {
    name: 'reference',
    sort: ['receivedAt', 'DESC'],
    pageSize: 20,
    list: ['receivedAt', 'patient', 'invoice', 'amount', 'method', 'takenBy'],
    form: [
      [
        ['invoice', 6],
        ['patient', 6],
      ],
      [
        ['amount', 4],
        ['currency', 4],
        ['method', 4],
      ],
      [
        ['receivedAt', 4],
        ['takenBy', 4],
        ['reference', 4],
      ],
    ],
    help: { amount: help.minorUnits, reference: 'Of the bank or the card terminal.' },
  },
  'message-template': {
    name: 'name',
    sort: ['key', 'ASC'],
    pageSize: 20,
    list: ['name', 'channel', 'language', 'subject', 'active'],
    form: [
      [
        ['name', 6],
        ['channel', 3],
        ['language', 3],
      ],
      [['subject', 12]],
      [['body', 12]],
      [
        ['key', 8],
        ['active', 4],
      ],
    ],
    help: {
      body: variables,
      subject: 'E-mail only. May hold variables too.',
      key: `${help.key} Languages and channels of one message share it.`,
      active: 'Off: this message is not sent.',
    },
    examples: { subject: 'Your visit on {{appointment.date}}' },
  },
  'reminder-rule': {
    name: 'name',
    sort: ['name', 'ASC'],
    pageSize: 20,
    list: ['name', 'event', 'hoursBefore', 'channel', 'templateKey', 'active'],
    form: [
      [
        ['name', 8],
        ['active', 4],
      ],
      [
        ['event', 6],
        ['hoursBefore', 6],
      ],
      [
        ['channel', 6],
        ['templateKey', 6],
      ],
    ],
    labels: { event: 'When', hoursBefore: 'Hours before', channel: 'Sent by' },
    help: {
      hoursBefore: 'Only for "before-appointment".',
      templateKey: 'The key of the message template to send.',
      active: 'Off: the rule sends nothing.',
    },
    examples: { templateKey: 'reminder-24h', hoursBefore: '24' },
  },
};
