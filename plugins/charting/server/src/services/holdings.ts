import type { Holding } from '@enamel/audit';

/** What charting holds of a patient. */
export const holdings: readonly Holding[] = [
  {
    name: 'treatments',
    title: { en: 'Treatments', ro: 'Tratamente' },
    nouns: ['api::treatment.treatment'],
  },
  {
    name: 'findings',
    title: { en: 'Findings', ro: 'Constatări' },
    nouns: ['api::tooth-finding.tooth-finding'],
  },
];
