import type { Holding } from '@enamel/audit';

/** What intake holds of a patient. */
export const holdings: readonly Holding[] = [
  {
    name: 'questionnaires',
    title: { en: 'Questionnaires', ro: 'Chestionare' },
    nouns: ['api::questionnaire-response.questionnaire-response'],
    kind: 'clinical',
    dated: 'submittedAt',
  },
];
