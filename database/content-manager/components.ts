import * as help from './help.ts';
import type { ComponentView } from './view.ts';

export const components: Readonly<Record<string, ComponentView>> = {
  'clinic.alert': {
    name: 'text',
    form: [
      [
        ['text', 6],
        ['kind', 3],
        ['severity', 3],
      ],
    ],
    help: { severity: 'High: in red, before anything else.' },
    examples: { text: 'Penicillin allergy' },
  },
  'clinic.translation': {
    name: 'name',
    form: [
      [
        ['language', 4],
        ['name', 8],
      ],
      [['description', 12]],
    ],
  },
  'clinic.segment': {
    name: 'minutes',
    form: [
      [
        ['minutes', 4],
        ['practitioner', 4],
        ['assistant', 4],
      ],
    ],
    labels: {
      minutes: 'Minutes',
      practitioner: 'Practitioner is there',
      assistant: 'Assistant is there',
    },
  },
  'intake.section': {
    name: 'title',
    form: [[['title', 12]], [['description', 12]], [['questions', 12]]],
  },
  'intake.question': {
    name: 'question',
    form: [
      [['question', 12]],
      [
        ['type', 6],
        ['help', 6],
      ],
      [['options', 12]],
      [
        ['required', 4],
        ['raisesAlert', 4],
        ['order', 4],
      ],
    ],
    labels: { help: 'Hint for the patient', required: 'Must be answered' },
    help: {
      options: 'For radio and checkbox: one choice a line.',
      raisesAlert: 'A reviewed answer may become an alert of the patient.',
      order: 'Empty: as they stand here.',
    },
  },
  'billing.invoice-line': {
    name: 'description',
    form: [
      [
        ['description', 8],
        ['toothNumber', 4],
      ],
      [
        ['quantity', 3],
        ['unitPrice', 3],
        ['discount', 3],
        ['amount', 3],
      ],
    ],
    help: { unitPrice: help.minorUnits, discount: help.minorUnits, amount: help.minorUnits },
  },
};
