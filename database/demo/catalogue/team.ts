import type { LocationKey } from './places.ts';
import type { ServiceKey } from './services.ts';

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** Local time of the location, `HH:MM`. */
type Hours = readonly (readonly [from: string, until: string])[];

export interface Shift {
  readonly location: LocationKey;
  readonly days: readonly (typeof weekdays)[number][];
  readonly hours: Hours;
  /** What is done then, when it is less than the person does. */
  readonly only?: readonly ServiceKey[];
}

export interface Member {
  readonly key: string;
  readonly title: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly profession: 'dentist' | 'hygienist' | 'assistant';
  readonly specialization: string;
  readonly biography: string;
  readonly color: string;
  readonly services: readonly ServiceKey[];
  readonly shifts: readonly Shift[];
}

const split: Hours = [
  ['09:00', '13:00'],
  ['14:00', '17:00'],
];

export const team: readonly Member[] = [
  {
    key: 'munteanu',
    title: 'Dr.',
    firstName: 'Andrei',
    lastName: 'Munteanu',
    profession: 'dentist',
    specialization: 'General dentistry',
    biography:
      'Looks after whole families, from the first milk tooth on. Explains every step before he takes it.',
    color: '#0F766E',
    services: [
      'consultation',
      'children',
      'filling',
      'root-canal',
      'crown',
      'removal',
      'whitening',
      'emergency',
    ],
    shifts: [
      { location: 'cluj', days: ['monday', 'tuesday', 'wednesday', 'thursday'], hours: split },
      { location: 'cluj', days: ['friday'], hours: [['08:00', '14:00']] },
    ],
  },
  {
    key: 'pop',
    title: 'Dr.',
    firstName: 'Ioana',
    lastName: 'Pop',
    profession: 'dentist',
    specialization: 'Endodontics and aesthetics',
    biography: 'Saves teeth others would remove, with a microscope and patience.',
    color: '#1D4ED8',
    services: [
      'consultation',
      'children',
      'filling',
      'root-canal',
      'crown',
      'whitening',
      'emergency',
    ],
    shifts: [
      {
        location: 'cluj',
        days: ['tuesday', 'thursday'],
        hours: [
          ['10:00', '14:00'],
          ['15:00', '19:00'],
        ],
      },
      { location: 'bucharest', days: ['monday', 'wednesday'], hours: split },
      { location: 'cluj', days: ['saturday'], hours: [['09:00', '13:00']] },
    ],
  },
  {
    key: 'ionescu',
    title: 'Dr.',
    firstName: 'Radu',
    lastName: 'Ionescu',
    profession: 'dentist',
    specialization: 'Oral surgery and implants',
    biography: 'Implants and difficult extractions; on duty for emergencies on Sundays.',
    color: '#9F1239',
    services: ['consultation', 'filling', 'crown', 'removal', 'implant', 'emergency'],
    shifts: [
      { location: 'bucharest', days: ['tuesday', 'thursday', 'friday'], hours: split },
      {
        location: 'cluj',
        days: ['wednesday'],
        hours: [['09:00', '15:00']],
        only: ['consultation', 'implant', 'removal'],
      },
      {
        location: 'cluj',
        days: ['sunday'],
        hours: [['10:00', '13:00']],
        only: ['emergency'],
      },
    ],
  },
  {
    key: 'stan',
    title: 'Dr.',
    firstName: 'Elena',
    lastName: 'Stan',
    profession: 'dentist',
    specialization: 'Orthodontics',
    biography: 'Braces and aligners for children, teenagers and adults.',
    color: '#7E22CE',
    services: ['braces-consultation', 'braces-adjustment'],
    shifts: [{ location: 'cluj', days: ['monday', 'friday'], hours: split }],
  },
  {
    key: 'rus',
    title: '',
    firstName: 'Maria',
    lastName: 'Rus',
    profession: 'hygienist',
    specialization: 'Dental hygiene',
    biography: 'Cleaning, gum care and the habits that keep you away from the drill.',
    color: '#15803D',
    services: ['cleaning', 'deep-cleaning', 'fluoride', 'whitening'],
    shifts: [
      {
        location: 'cluj',
        days: ['monday', 'tuesday', 'thursday'],
        hours: [
          ['08:00', '12:00'],
          ['13:00', '16:00'],
        ],
      },
      { location: 'bucharest', days: ['wednesday'], hours: [['10:00', '16:00']] },
      { location: 'cluj', days: ['friday'], hours: [['08:00', '14:00']] },
    ],
  },
  {
    key: 'moldovan',
    title: '',
    firstName: 'Bianca',
    lastName: 'Moldovan',
    profession: 'assistant',
    specialization: 'Dental assistance',
    biography: '',
    color: '#A16207',
    services: [],
    shifts: [
      {
        location: 'cluj',
        days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
        hours: split,
      },
    ],
  },
  {
    key: 'dinu',
    title: '',
    firstName: 'Paul',
    lastName: 'Dinu',
    profession: 'assistant',
    specialization: 'Dental assistance and sterilisation',
    biography: '',
    color: '#C2410C',
    services: [],
    shifts: [
      {
        location: 'bucharest',
        days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
        hours: split,
      },
    ],
  },
];
