/** Mails to members of staff about what they may know of patients. They name no patient; their words are fixed. */
import { type Brand, letterHtml } from './letter.ts';
import type { Message } from './message.ts';
import type { Language } from './templates.ts';

type Kind = 'record-opened' | 'record-kept' | 'place-asked' | 'place-approved' | 'place-rejected';

interface Words {
  readonly subject: string;
  readonly letter: (about: string) => readonly string[];
}

const words: Record<Language, Record<Kind, Words>> = {
  en: {
    'record-opened': {
      subject: 'A record was opened in an emergency',
      letter: (about) => [
        `${about} has opened the record of a patient of another location, with a reason. It stays open for one hour.`,
        'See whose it was and why, and end it if need be:',
      ],
    },
    'record-kept': {
      subject: 'A patient stays known after an emergency',
      letter: (about) => [
        `${about} has opened the record of a patient of another location in an emergency, and then made the patient known at their own, by a visit for example. Access does not end with the hour.`,
        'See whose record it is and whether this is right:',
      ],
    },
    'place-asked': {
      subject: 'Somebody asks for access to a location',
      letter: (about) => [
        `Access to a location is asked for: ${about}.`,
        'See the reason and answer:',
      ],
    },
    'place-approved': {
      subject: 'You may work at a further location',
      letter: (about) => [`You now see the calendar and the patients of ${about}.`],
    },
    'place-rejected': {
      subject: 'Your request for a location was declined',
      letter: (about) => [
        `Your request for ${about} was declined. Ask your clinic admin if you have questions.`,
      ],
    },
  },
  ro: {
    'record-opened': {
      subject: 'O fișă a fost deschisă în regim de urgență',
      letter: (about) => [
        `${about} a deschis fișa unui pacient din altă locație, cu un motiv. Rămâne deschisă o oră.`,
        'Vedeți a cui este și de ce, și închideți-o dacă este nevoie:',
      ],
    },
    'record-kept': {
      subject: 'Un pacient rămâne cunoscut după o urgență',
      letter: (about) => [
        `${about} a deschis în regim de urgență fișa unui pacient din altă locație, apoi a legat pacientul de propria locație, de exemplu printr-o vizită. Accesul nu se mai încheie după o oră.`,
        'Vedeți a cui este fișa și dacă este în regulă:',
      ],
    },
    'place-asked': {
      subject: 'Cineva cere acces la o locație',
      letter: (about) => [`Se cere acces la o locație: ${about}.`, 'Vedeți motivul și răspundeți:'],
    },
    'place-approved': {
      subject: 'Aveți acces la încă o locație',
      letter: (about) => [`De acum vedeți calendarul și pacienții de la ${about}.`],
    },
    'place-rejected': {
      subject: 'Cererea dumneavoastră pentru o locație a fost refuzată',
      letter: (about) => [
        `Cererea dumneavoastră pentru ${about} a fost refuzată. Întrebați administratorul clinicii dacă aveți nelămuriri.`,
      ],
    },
  },
};

const greetings: Record<Language, (name: string) => string> = {
  en: (name) => `Hello ${name},`,
  ro: (name) => `Bună ziua, ${name},`,
};

export const staffLetter = (
  notice: {
    readonly kind: Kind;
    readonly about: string;
    readonly name: string;
    readonly language: string | null;
  },
  page: string,
  brand: Brand,
): Message => {
  const language: Language = notice.language === 'ro' ? 'ro' : 'en';
  const { subject, letter } = words[language][notice.kind];
  const body = [greetings[language](notice.name), ...letter(notice.about), page].join('\n\n');
  return {
    language,
    subject,
    body,
    html: letterHtml(body, brand, language),
    calendar: null,
  };
};
