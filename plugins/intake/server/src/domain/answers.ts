import type { Answer, Answers, Question, Section } from '../../../shared/index.ts';
import { isPngDataUrl } from './png.ts';

export type Problem =
  | 'required'
  | 'not-a-text'
  | 'too-long'
  | 'not-an-option'
  | 'not-a-number'
  | 'not-a-date'
  | 'not-a-tooth'
  | 'not-a-signature';

export interface AnswerProblem {
  readonly key: string;
  readonly problem: Problem;
}

type Read = { readonly answer: Answer | undefined } | { readonly problem: Problem };

const none: Read = { answer: undefined };
const tooth = /^([1-4][1-8]|[5-8][1-5])$/;

const readText =
  (longest: number) =>
  (value: unknown): Read => {
    if (typeof value !== 'string') return { problem: 'not-a-text' };
    const text = value.normalize('NFC').trim();
    if (text.length > longest) return { problem: 'too-long' };
    return { answer: text === '' ? undefined : text };
  };

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

const readRadio = (value: unknown, { options }: Question): Read =>
  typeof value === 'string' && options.includes(value)
    ? { answer: value }
    : { problem: 'not-an-option' };

const readCheckbox = (value: unknown, { options }: Question): Read => {
  if (options.length === 0)
    return ['true', 'on', 'yes', true].some((yes) => yes === value) ? { answer: true } : none;
  const ticked = asList(value);
  if (!ticked.every((one) => typeof one === 'string' && options.includes(one)))
    return { problem: 'not-an-option' };
  const inOrder = options.filter((option) => ticked.includes(option));
  return inOrder.length === 0 ? none : { answer: inOrder };
};

const readNumber = (value: unknown): Read => {
  const typed = typeof value === 'number' ? String(value) : value;
  if (typeof typed !== 'string' || !/^\s*-?\d{1,12}([.,]\d{1,6})?\s*$/.test(typed))
    return { problem: 'not-a-number' };
  return { answer: Number(typed.replace(',', '.')) };
};

/** Whether a text is a date of the calendar, `YYYY-MM-DD`. */
export const isDate = (value: unknown): value is string => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year <= 2200 && date.toISOString().startsWith(value);
};

const readDate = (value: unknown): Read =>
  isDate(value) ? { answer: value } : { problem: 'not-a-date' };

const readTeeth = (value: unknown): Read => {
  const teeth = asList(value)
    .flatMap((one) => (typeof one === 'string' ? one.split(/[\s,;]+/) : [String(one)]))
    .filter((one) => one !== '');
  if (!teeth.every((one) => tooth.test(one))) return { problem: 'not-a-tooth' };
  return teeth.length === 0 ? none : { answer: [...new Set(teeth)].sort() };
};

const readSignature = (value: unknown): Read =>
  typeof value === 'string' && isPngDataUrl(value)
    ? { answer: value }
    : { problem: 'not-a-signature' };

const readers: Record<Question['type'], (value: unknown, question: Question) => Read> = {
  text: readText(500),
  textarea: readText(5_000),
  radio: readRadio,
  checkbox: readCheckbox,
  number: readNumber,
  date: readDate,
  tooth: readTeeth,
  signature: readSignature,
};

const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/**
 * Reads what a patient sent, question by question. Answers to questions that are not asked (removed while the patient
 * wrote) are left out.
 */
export const readAnswers = (
  sections: readonly Section[],
  sent: Readonly<Record<string, unknown>>,
): { readonly answers: Answers; readonly problems: readonly AnswerProblem[] } => {
  const answers: Record<string, Answer> = {};
  const problems: AnswerProblem[] = [];
  for (const question of sections.flatMap((section) => section.questions)) {
    const { key } = question;
    const value = Object.hasOwn(sent, key) ? sent[key] : undefined;
    const read = isBlank(value) ? none : readers[question.type](value, question);
    if ('problem' in read) problems.push({ key, problem: read.problem });
    else if (read.answer !== undefined) answers[key] = read.answer;
    else if (question.required) problems.push({ key, problem: 'required' });
  }
  return { answers, problems };
};
