/** What the clinic answers to somebody who asked to be erased. */
import { type Brand, letterHtml } from './letter.ts';
import type { Message } from './message.ts';
import type { Language } from './templates.ts';

export interface ErasureAnswer {
  readonly language: Language;
  readonly firstName: string;
  readonly state: 'done' | 'refused';
  readonly reason: string | null;
  readonly kept: readonly {
    readonly title: Readonly<Record<Language, string>>;
    /** Local date. */
    readonly until: string;
  }[];
}

const dateIn = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'ro' ? 'ro-RO' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));

const words = {
  en: {
    subject: (clinic: string) => `Your request to ${clinic} to be erased`,
    hello: (name: string) => `Dear ${name},`,
    done: 'Your data has been erased, and your account is closed. This is the last message to this address.',
    kept: 'The law makes us keep the following, locked, until these dates; then it goes by itself:',
    until: (what: string, date: string) => `${what}: ${date}`,
    refused: 'We cannot erase your data now, for this reason:',
    complain: 'If you disagree, you can turn to the data protection authority.',
  },
  ro: {
    subject: (clinic: string) => `Cererea de ștergere adresată clinicii ${clinic}`,
    hello: (name: string) => `Bună ziua, ${name},`,
    done: 'Datele dumneavoastră au fost șterse, iar contul este închis. Acesta este ultimul mesaj către această adresă.',
    kept: 'Legea ne obligă să păstrăm, blocate, următoarele până la aceste date; apoi se șterg de la sine:',
    until: (what: string, date: string) => `${what}: ${date}`,
    refused: 'Nu putem șterge datele dumneavoastră acum, din acest motiv:',
    complain: 'Dacă nu sunteți de acord, vă puteți adresa autorității pentru protecția datelor.',
  },
} as const;

export const erasureLetter = (
  { language, firstName, state, reason, kept }: ErasureAnswer,
  brand: Brand,
): Message => {
  const say = words[language];
  const list = kept.map(({ title, until }) => say.until(title[language], dateIn(until, language)));
  const paragraphs =
    state === 'done'
      ? [say.done, ...(list.length > 0 ? [say.kept, list.join('\n')] : [])]
      : [say.refused, reason ?? '', say.complain];
  const body = [say.hello(firstName), ...paragraphs].join('\n\n');
  return {
    language,
    subject: say.subject(brand.name),
    body,
    html: letterHtml(body, brand, language),
    calendar: null,
  };
};
