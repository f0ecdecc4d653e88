import { birthDateIn } from './birth-dates.ts';

/** What somebody types to find a patient. All of it must fit; empty when nothing was typed that could find anyone. */
export interface PatientQuery {
  /** Beginnings of words of the name, as typed. */
  readonly names: readonly string[];
  /** Beginnings or ends of the number, without country and trunk zero. */
  readonly phones: readonly string[];
  /** The beginning of the e-mail address, or of a part of its name. */
  readonly mail: string | null;
  /** `YYYY-MM-DD` */
  readonly born: string | null;
}

const mostWords = 6;
const fewestDigits = 3;

/** Country codes of E.164, as phone_digits in the database knows them. */
const country =
  /^(1|7|2[07]|3[0-469]|4[0-13-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|(2[1-689]|3[578]|42|5[09]|6[7-9]|8[035789]|9[679])\d)0*/;
const phone = /(?<![\p{L}\p{N}@._])\+?\(?\d[\d\s().\-/]*(?![\p{L}@_])/u;

/** The readings of a number: without a sign, what looks like a country may be one. */
const readings = (typed: string): string[] => {
  const digits = typed.replace(/\D/g, '');
  const bare = digits.replace(/^0+/, '');
  const national = bare.replace(country, '');
  if (/^\(?\+|^00/.test(typed)) return [national];
  return digits.startsWith('0') || bare.length < 11 ? [bare] : [bare, national];
};

const separators = /[\s.,;:'’`´"()/_+@-]+/;

/** `thisYear` is the clinic's: nobody was born later. */
export const patientQuery = (typed: string, thisYear: number): PatientQuery => {
  const birth = birthDateIn(typed, thisYear);
  let rest = birth?.rest ?? typed;
  const number = phone.exec(rest)?.[0] ?? '';
  const phones = readings(number.trim()).filter((digits) => digits.length >= fewestDigits);
  if (phones.length > 0) rest = rest.replace(number, ' ');
  const words = rest.split(/\s+/).filter(Boolean);
  const mail = words.find((word) => /[^@]@|[\p{L}\d][._][\p{L}\d]/u.test(word)) ?? null;
  const names = words.filter((word) => word !== mail).flatMap((word) => word.split(separators));
  return {
    names: names.filter(Boolean).slice(0, mostWords),
    phones,
    mail,
    born: birth?.date ?? null,
  };
};

export const asksForSomebody = ({ names, phones, mail, born }: PatientQuery): boolean =>
  names.length > 0 || phones.length > 0 || mail !== null || born !== null;
