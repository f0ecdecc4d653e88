/** Whether a password is long enough and not among the first that are tried. What it is made of is its owner's affair. */
import { dictionary } from '@zxcvbn-ts/language-common';

export type PasswordFault = 'short' | 'long' | 'common';

export const leastCharacters = { patient: 10, staff: 12 } as const;

/** bcrypt reads no more: what comes after would not protect anything. */
const mostBytes = 72;

/** What people here try beside the world's list. */
const ours = [
  'parola',
  'parolamea',
  'iubire',
  'iubita',
  'dentist',
  'stomatolog',
  'stomatologie',
  'enamel',
  'clinica',
  'clinic',
  'dinti',
  'romania',
  'bucuresti',
];

let known: ReadonlySet<string> | undefined;
const isListed = (text: string): boolean => {
  known ??= new Set([...dictionary['passwords-common'], ...ours]);
  return known.has(text);
};

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();

const letterOf: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  $: 's',
  '5': 's',
  '7': 't',
};
const unmasked = (text: string) => text.replace(/[@401357$]/g, (sign) => letterOf[sign] ?? sign);

const rows = ['01234567890', '1234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl'];
const runs = [
  ...rows,
  'zxcvbnm',
  'qwertyuiopasdfghjklzxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb',
];
const isRun = (text: string) =>
  runs.some((run) => run.includes(text) || [...run].reverse().join('').includes(text));

/** The shortest part that the whole repeats: `abcabcab` is `abc`. */
const unitOf = (text: string): string => {
  for (let length = 1; length <= text.length / 2; length++) {
    const unit = text.slice(0, length);
    if (unit.repeat(Math.ceil(text.length / length)).startsWith(text)) return unit;
  }
  return text;
};

/** What is left without the year, number or mark that people put at an end. */
const core = (text: string) => text.replace(/^[\d\W_]{0,4}/, '').replace(/[\d\W_]{0,4}$/, '');

/** A name or an address, the part before `@`, and their words, apart and in one. */
const namesIn = (text: string): string[] => {
  const [local = ''] = text.split('@');
  return [text, local, local.replace(/[\s._-]+/g, ''), ...text.split(/[@.\s_-]+/)];
};

const isCommon = (password: string, about: readonly string[]): boolean => {
  const whole = plain(password);
  const unit = unitOf(whole);
  if (unit.length < 4) return true;
  const forms = new Set([whole, unit, core(whole), core(unit)]);
  for (const form of [...forms]) forms.add(unmasked(form));
  const names = new Set(about.flatMap((text) => namesIn(plain(text))));
  return [...forms].some(
    (form) => form.length < 4 || isListed(form) || isRun(form) || names.has(form),
  );
};

/** @param about what others may know of the person: name, e-mail address */
export const passwordFault = (
  password: string,
  whose: keyof typeof leastCharacters,
  about: readonly string[] = [],
): PasswordFault | undefined => {
  if ([...password].length < leastCharacters[whose]) return 'short';
  if (new TextEncoder().encode(password).length > mostBytes) return 'long';
  return isCommon(password, about) ? 'common' : undefined;
};
