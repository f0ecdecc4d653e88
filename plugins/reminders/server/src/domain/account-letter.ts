/** Mails about an account: to prove an address, to set a password, and to say that one was set. Their words are fixed. */

import { patientWords } from './account-words.ts';
import { type Brand, letterHtml } from './letter.ts';
import type { Message } from './message.ts';
import { staffWords } from './staff-words.ts';
import type { Language } from './templates.ts';

export const accountLetter = (
  kind: keyof (typeof patientWords)['en'] | keyof (typeof staffWords)['en'],
  link: string | null,
  brand: Brand,
  language: Language,
): Message => {
  const { subject, letter } = { ...patientWords[language], ...staffWords[language] }[kind];
  const body = letter(brand.name, link ?? '').join('\n\n');
  return {
    language,
    subject: subject(brand.name),
    body,
    html: letterHtml(body, brand, language),
    calendar: null,
  };
};
