/** The message that carries a guest's code. Its words are fixed: a code must never hang on a template that was emptied. */
import { type Brand, letterHtml } from './letter.ts';
import type { Message } from './message.ts';
import type { Language } from './templates.ts';

interface Words {
  readonly subject: (code: string, clinic: string) => string;
  readonly text: (code: string, clinic: string) => string;
  readonly letter: (code: string, clinic: string) => readonly string[];
}

const words: Record<Language, Words> = {
  en: {
    subject: (code, clinic) => `${code} is your code for ${clinic}`,
    text: (code, clinic) => `${code} is your code for ${clinic}. It is good for 10 minutes.`,
    letter: (code, clinic) => [
      `Your code for booking a visit at ${clinic}:`,
      code,
      'It is good for 10 minutes and works once. We never ask for it by phone.',
      'Did you not ask for a code? Then somebody mistyped their address: you need not do anything.',
    ],
  },
  ro: {
    subject: (code, clinic) => `${code} este codul dumneavoastră pentru ${clinic}`,
    text: (code, clinic) => `${code} este codul pentru ${clinic}. Este valabil 10 minute.`,
    letter: (code, clinic) => [
      `Codul pentru programarea la ${clinic}:`,
      code,
      'Este valabil 10 minute și poate fi folosit o singură dată. Nu vi-l cerem niciodată la telefon.',
      'Nu ați cerut un cod? Atunci cineva și-a scris greșit adresa și nu trebuie să faceți nimic.',
    ],
  },
};

export const codeText = (code: string, clinic: string, language: Language): string =>
  words[language].text(code, clinic);

export const codeLetter = (code: string, brand: Brand, language: Language): Message => {
  const body = words[language].letter(code, brand.name).join('\n\n');
  return {
    language,
    subject: words[language].subject(code, brand.name),
    body,
    html: letterHtml(body, brand, language),
    calendar: null,
  };
};
