export const clinic = {
  name: 'Smile Cluj',
  legalName: 'Smile Cluj Dental S.R.L.',
  taxNumber: 'RO00000000',
  registrationNumber: 'J12/0000/2015',
  tagline: 'Gentle dentistry for the whole family',
  email: 'hello@enamel.test',
  phone: '+40 264 000 100',
  website: 'https://smile-cluj.enamel.test',
  address: 'Strada Salcâmilor de Sus 14, 400000 Cluj-Napoca',
  primaryColor: '#0F766E',
  zone: 'Europe/Bucharest',
  currency: 'RON',
  defaultLanguage: 'ro',
  languages: ['en', 'ro'],
  toothNotation: 'fdi',
  invoicePrefix: 'ENM',
  paymentInstructions:
    'Pay at the desk by card or in cash, or by bank transfer to RO00 DEMO 0000 0000 0000 0001 (Smile Cluj Dental S.R.L.), naming the invoice number.',
} as const;

export const locations = [
  {
    key: 'cluj',
    name: 'Smile Cluj Centru',
    slug: 'cluj',
    address: 'Strada Salcâmilor de Sus 14',
    city: 'Cluj-Napoca',
    county: 'Cluj',
    postalCode: '400000',
    phone: '+40 264 000 100',
    email: 'cluj@enamel.test',
    specialties: ['general dentistry', 'orthodontics', 'oral surgery', 'hygiene'],
  },
  {
    key: 'bucharest',
    name: 'Smile București Nord',
    slug: 'bucuresti',
    address: 'Aleea Castanilor Roșii 7',
    city: 'București',
    county: 'București',
    postalCode: '010000',
    phone: '+40 21 000 0200',
    email: 'bucuresti@enamel.test',
    specialties: ['general dentistry', 'endodontics', 'hygiene'],
  },
] as const;

export type LocationKey = (typeof locations)[number]['key'];

export const chairs: readonly {
  readonly location: LocationKey;
  readonly name: string;
  readonly kind: 'treatment' | 'hygiene' | 'surgery';
}[] = [
  { location: 'cluj', name: 'Cluj 1', kind: 'treatment' },
  { location: 'cluj', name: 'Cluj 2', kind: 'treatment' },
  { location: 'cluj', name: 'Cluj Hygiene', kind: 'hygiene' },
  { location: 'cluj', name: 'Cluj Surgery', kind: 'surgery' },
  { location: 'bucharest', name: 'București 1', kind: 'treatment' },
  { location: 'bucharest', name: 'București 2', kind: 'treatment' },
];
