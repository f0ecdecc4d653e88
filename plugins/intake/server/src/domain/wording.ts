import type { Language } from '../../../shared/index.ts';
import type { Problem } from './answers.ts';

export type Said = Problem | 'form-has-problems' | 'birth-date-differs';

const sentences: Record<Language, Record<Said, string>> = {
  en: {
    required: 'Please answer this question.',
    'not-a-text': 'Please answer in words.',
    'too-long': 'This answer is too long.',
    'not-an-option': 'Please choose from the list.',
    'not-a-number': 'Please enter a number.',
    'not-a-date': 'Please enter a date of the calendar.',
    'not-a-tooth': 'Please enter tooth numbers such as 16 or 55.',
    'not-a-signature': 'Please sign in the box.',
    'form-has-problems': 'Some answers need another look.',
    'birth-date-differs': 'This is not the date of birth the clinic has on file.',
  },
  ro: {
    required: 'Vă rugăm să răspundeți la această întrebare.',
    'not-a-text': 'Vă rugăm să răspundeți în cuvinte.',
    'too-long': 'Răspunsul este prea lung.',
    'not-an-option': 'Vă rugăm să alegeți din listă.',
    'not-a-number': 'Vă rugăm să introduceți un număr.',
    'not-a-date': 'Vă rugăm să introduceți o dată din calendar.',
    'not-a-tooth': 'Vă rugăm să introduceți numere de dinți, de exemplu 16 sau 55.',
    'not-a-signature': 'Vă rugăm să semnați în casetă.',
    'form-has-problems': 'Unele răspunsuri trebuie revăzute.',
    'birth-date-differs': 'Aceasta nu este data nașterii din evidența clinicii.',
  },
};

/** What to tell a patient, in the language of the form. */
export const sentenceOf = (problem: Said, language: Language): string =>
  sentences[language][problem];
