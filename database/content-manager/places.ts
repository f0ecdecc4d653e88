import * as help from './help.ts';
import type { View } from './view.ts';

export const places: Readonly<Record<string, View>> = {
  clinic: {
    name: 'name',
    sort: ['name', 'ASC'],
    list: ['name', 'email', 'phone', 'zone'],
    form: [
      [
        ['name', 6],
        ['tagline', 6],
      ],
      [
        ['logo', 6],
        ['primaryColor', 6],
      ],
      [
        ['email', 4],
        ['phone', 4],
        ['website', 4],
      ],
      [['address', 12]],
      [
        ['currency', 4],
        ['zone', 4],
        ['toothNotation', 4],
      ],
      [
        ['defaultLanguage', 4],
        ['languages', 4],
        ['consentAge', 4],
      ],
      [
        ['legalName', 6],
        ['taxNumber', 3],
        ['registrationNumber', 3],
      ],
      [
        ['invoicePrefix', 4],
        ['paymentInstructions', 8],
      ],
      [
        ['clinicalRetentionYears', 4],
        ['invoiceRetentionYears', 4],
        ['privacyDeadlineDays', 4],
      ],
    ],
    labels: { primaryColor: 'Brand colour', legalName: 'Legal name', phone: 'Phone' },
    help: {
      name: 'On the portal, the panel, messages and invoices.',
      logo: 'PNG or JPEG, at least 200 pixels wide.',
      primaryColor: 'As #RRGGBB. Where text would not be readable, a darker step is used.',
      zone: help.zone,
      languages: 'Languages of the portal, such as ["en", "ro"].',
      defaultLanguage: 'For patients who have chosen none.',
      toothNotation: 'How teeth are written on the screen. Stored numbers stay FDI.',
      consentAge:
        'From when patients decide themselves and guardians see their record no more. Empty: the age of the country.',
      legalName: 'As it stands on invoices.',
      invoicePrefix: 'Invoice numbers begin with it.',
      paymentInstructions: 'What the portal says when there is no online payment.',
      clinicalRetentionYears: 'After the last visit. So long nobody can have them erased.',
      invoiceRetentionYears:
        'After the year of the last invoice. So long nobody can have them erased.',
      privacyDeadlineDays: 'Within so many days the clinic answers who asks to be erased.',
    },
    examples: { primaryColor: '#0F766E', website: 'https://clinic.example' },
  },
  location: {
    name: 'name',
    sort: ['position', 'ASC'],
    list: ['name', 'city', 'address', 'phone', 'active'],
    form: [
      [
        ['name', 8],
        ['slug', 4],
      ],
      [
        ['address', 8],
        ['postalCode', 4],
      ],
      [
        ['city', 4],
        ['county', 4],
        ['zone', 4],
      ],
      [
        ['country', 6],
        ['observesHolidays', 6],
      ],
      [
        ['phone', 6],
        ['email', 6],
      ],
      [['specialties', 12]],
      [
        ['active', 6],
        ['position', 6],
      ],
      [
        ['chairs', 6],
        ['practitioners', 6],
      ],
    ],
    help: {
      slug: 'The last part of its address on the portal.',
      zone: `${help.zone} Opening hours are in it.`,
      country: 'Two letters, such as RO.',
      observesHolidays: 'On: closed on the public holidays of the country.',
      specialties: 'A list, such as ["orthodontics", "hygiene"].',
      active: 'Off: patients no longer see it.',
      position: help.position,
    },
  },
  chair: {
    name: 'name',
    sort: ['position', 'ASC'],
    list: ['name', 'location', 'kind', 'active', 'position'],
    form: [
      [
        ['name', 6],
        ['location', 6],
      ],
      [
        ['kind', 4],
        ['position', 4],
        ['active', 4],
      ],
    ],
    help: {
      kind: 'Some appointment types need a chair of one kind.',
      position: help.position,
      active: 'Off: no visit is planned on it.',
    },
    examples: { name: 'Cluj 1' },
  },
  'equipment-kind': {
    name: 'name',
    sort: ['name', 'ASC'],
    list: ['name'],
    form: [[['name', 12]]],
    examples: { name: 'Microscope' },
  },
  equipment: {
    name: 'name',
    sort: ['position', 'ASC'],
    list: ['name', 'kind', 'location', 'active', 'position'],
    form: [
      [
        ['name', 6],
        ['kind', 6],
      ],
      [
        ['location', 6],
        ['position', 3],
        ['active', 3],
      ],
    ],
    help: {
      kind: 'Appointment types ask for a kind.',
      position: help.position,
      active: 'Off: no visit is planned with it.',
    },
    examples: { name: 'Microscope 1' },
  },
  setting: {
    name: 'key',
    sort: ['key', 'ASC'],
    list: ['key', 'value', 'description'],
    form: [[['key', 12]], [['value', 12]], [['description', 12]]],
    help: { key: 'A rule or plugin reads the setting by this name.' },
  },
};
