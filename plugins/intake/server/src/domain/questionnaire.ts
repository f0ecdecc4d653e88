import {
  type Language,
  type Question,
  questionTypes,
  type Section,
} from '../../../shared/index.ts';

/** A questionnaire as the content manager keeps it. */
export interface Questionnaire {
  readonly documentId: string;
  readonly title: string;
  readonly language: Language;
  readonly introduction: string | null;
  readonly sections: readonly {
    readonly title: string;
    readonly description: string | null;
    readonly questions: readonly StoredQuestion[];
  }[];
}

interface StoredQuestion {
  readonly id: number | string;
  readonly question: string;
  readonly type: string;
  /** One option a line. */
  readonly options: string | null;
  readonly required: boolean | null;
  readonly help: string | null;
  readonly raisesAlert: boolean | null;
  readonly order: number | null;
}

const asked = (stored: StoredQuestion): Question[] => {
  const type = questionTypes.find((known) => known === stored.type);
  // A link has no place to upload to: questions for files are asked in the clinic.
  if (type === undefined) return [];
  const options = (stored.options ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return [
    {
      key: `q${stored.id}`,
      question: stored.question,
      type,
      options: type === 'radio' || type === 'checkbox' ? [...new Set(options)] : [],
      required: stored.required ?? false,
      help: stored.help || null,
      raisesAlert: stored.raisesAlert ?? false,
    },
  ];
};

/**
 * The sections as a patient is asked them. Questions with an `order` come first, by it; the rest keep their place.
 * A key is the question's own id, which rewording leaves alone.
 */
export const sectionsOf = (questionnaire: Questionnaire): Section[] =>
  questionnaire.sections
    .map(({ title, description, questions }) => ({
      title,
      description: description || null,
      questions: questions
        .toSorted((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || 0)
        .flatMap(asked),
    }))
    .filter(({ questions }) => questions.length > 0);

/** The questionnaire in the patient's language, else the clinic's, else the first there is. */
export const inLanguage = <Q extends { readonly language: Language }>(
  questionnaires: readonly Q[],
  ...languages: readonly (Language | null)[]
): Q | undefined => {
  for (const language of languages) {
    const found = questionnaires.find((each) => each.language === language);
    if (found) return found;
  }
  return questionnaires[0];
};
