import type { AppointmentStatus } from '../../../../shared/statuses.ts';

export type Language = 'en' | 'ro';

interface VisitWords {
  /** Of the exported list, in the order of its columns. */
  readonly headings: readonly string[];
  readonly states: Readonly<Record<AppointmentStatus, string>>;
}

/** What the server itself writes about visits: the exported list has no panel around it. */
export const visitWords: Readonly<Record<Language, VisitWords>> = {
  en: {
    headings: [
      'Date',
      'From',
      'Until',
      'Patient',
      'Phone',
      'Type',
      'Practitioner',
      'Chair',
      'Location',
      'State',
      'Reason',
    ],
    states: {
      pending: 'pending',
      confirmed: 'confirmed',
      arrived: 'arrived',
      seated: 'seated',
      completed: 'completed',
      cancelled: 'cancelled',
      'no-show': 'no-show',
    },
  },
  ro: {
    headings: [
      'Data',
      'De la',
      'Până la',
      'Pacient',
      'Telefon',
      'Tip',
      'Medic',
      'Unit',
      'Locație',
      'Stare',
      'Motiv',
    ],
    states: {
      pending: 'în așteptare',
      confirmed: 'confirmată',
      arrived: 'a sosit',
      seated: 'la tratament',
      completed: 'încheiată',
      cancelled: 'anulată',
      'no-show': 'neprezentare',
    },
  },
};
