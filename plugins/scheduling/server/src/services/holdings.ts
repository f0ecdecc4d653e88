import type { Holding } from '@enamel/audit';

/** What scheduling holds of a patient. */
export const holdings: readonly Holding[] = [
  {
    name: 'visits',
    title: { en: 'Visits', ro: 'Programări' },
    nouns: ['api::appointment.appointment'],
  },
  {
    name: 'waiting',
    title: { en: 'Wait list', ro: 'Lista de așteptare' },
    nouns: ['api::wait-list-entry.wait-list-entry'],
  },
];
