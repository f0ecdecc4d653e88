import type { View } from './view.ts';

/** What a data protection authority asks to see. */
export const registers: Readonly<Record<string, View>> = {
  'data-breach': {
    name: 'title',
    sort: ['notifyBy', 'DESC'],
    pageSize: 20,
    list: ['title', 'status', 'discoveredAt', 'notifyBy', 'authorityNotifiedAt', 'affected'],
    form: [
      [
        ['title', 8],
        ['status', 4],
      ],
      [
        ['kind', 4],
        ['happenedAt', 4],
        ['discoveredAt', 4],
      ],
      [['description', 12]],
      [
        ['consequences', 6],
        ['measures', 6],
      ],
      [
        ['affected', 4],
        ['notifyBy', 4],
        ['authorityNotifiedAt', 4],
      ],
      [
        ['delayReason', 8],
        ['patientsNotifiedAt', 4],
      ],
    ],
    help: {
      discoveredAt: 'From here on the 72 hours run.',
      notifyBy: 'Until then the authority wants to hear of it: 72 hours after the discovery.',
      affected: 'How many people it touches, as far as is known.',
      delayReason: 'Needed when the authority was told later.',
      description: 'What happened, without names of patients.',
      patientsNotifiedAt: 'When there is a high risk for them.',
    },
    labels: { affected: 'People affected', notifyBy: 'Tell the authority by' },
    readOnly: ['notifyBy'],
  },
  consent: {
    name: 'title',
    sort: ['key', 'ASC'],
    pageSize: 20,
    list: ['title', 'key', 'language', 'version', 'governs', 'active'],
    form: [
      [
        ['title', 8],
        ['language', 4],
      ],
      [['text', 12]],
      [
        ['key', 4],
        ['governs', 4],
        ['version', 2],
        ['active', 2],
      ],
    ],
    help: {
      key: 'Never change it. The other languages of the same consent have the same key.',
      text: 'A change makes a new version; who agreed to an older one is shown with that one.',
      governs: 'What is sent only to those who agree.',
      active: 'Off: nobody is asked any more. What was given stays written down.',
    },
    readOnly: ['version'],
  },
  'processing-activity': {
    name: 'name',
    sort: ['name', 'ASC'],
    pageSize: 20,
    list: ['name', 'legalBasis', 'retention', 'reviewedOn', 'active'],
    form: [
      [
        ['name', 8],
        ['active', 4],
      ],
      [['purpose', 12]],
      [
        ['legalBasis', 6],
        ['reviewedOn', 6],
      ],
      [
        ['dataSubjects', 6],
        ['dataCategories', 6],
      ],
      [
        ['recipients', 6],
        ['transfers', 6],
      ],
      [
        ['retention', 6],
        ['security', 6],
      ],
    ],
    help: {
      purpose: 'What the data is for.',
      dataSubjects: 'Whose data: patients, guardians, staff.',
      recipients: 'Who gets it: laboratories, insurers, whoever hosts it.',
      transfers: 'Countries outside the European Economic Area, and on which grounds.',
      retention: 'How long it is kept, and after what it goes.',
    },
  },
};
