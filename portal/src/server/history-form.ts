/** The questionnaire behind a link: reading answers, checking them, saying them back. */
import { plainDate } from '../lib/dates.ts';
import type { Language } from '../lib/languages.ts';
import { typedSignature } from '../lib/typed-signature.ts';
import type { Texts } from '../texts/index.ts';
import type { Form, Question } from './contracts.ts';
import { dateOf, type Problems, type Values, valuesOf } from './form.ts';

export type Answer = string | number | boolean | readonly string[];
export type Answers = Record<string, Answer>;

export const questionsOf = (form: Form): Question[] =>
  form.sections.flatMap(({ questions }) => questions);

/** The id and name of a question's control. */
export const fieldOf = ({ key }: Question): string => `q-${key}`;

/** The PNG that was drawn, else the typed name as one, else nothing. */
export const signatureOf = (values: Values, name: string): string | undefined => {
  const drawn = values[name];
  if (drawn?.startsWith('data:image/png;base64,')) return drawn;
  const typed = values[`${name}-typed`];
  return typed ? typedSignature(typed) : undefined;
};

const answerTo = (question: Question, values: Values, data: FormData): Answer | undefined => {
  const field = fieldOf(question);
  const text = values[field] || undefined;
  switch (question.type) {
    case 'checkbox':
    case 'tooth': {
      const chosen = data.getAll(field).filter((value) => typeof value === 'string');
      if (chosen.length === 0) return undefined;
      return question.type === 'checkbox' && question.options.length === 0 ? true : chosen;
    }
    case 'number': {
      const number = Number(text?.replace(',', '.'));
      return text !== undefined && Number.isFinite(number) ? number : undefined;
    }
    case 'date':
      return dateOf(values, field);
    case 'signature':
      return signatureOf(values, field);
    default:
      return text;
  }
};

const typedSomething = (question: Question, values: Values): boolean =>
  ['', '-day', '-month', '-year'].some((part) => Boolean(values[`${fieldOf(question)}${part}`]));

/** Answers by question key, and what is missing or unreadable. */
export const readAnswers = (
  form: Form,
  data: FormData,
  texts: Texts,
): { values: Values; answers: Answers; problems: Problems } => {
  const values = valuesOf(data);
  const answers: Answers = {};
  const problems: Problems = {};
  for (const question of questionsOf(form)) {
    const answer = answerTo(question, values, data);
    if (answer !== undefined) answers[question.key] = answer;
    else if (question.type === 'number' && typedSomething(question, values))
      problems[fieldOf(question)] = texts.problems.number;
    else if (question.type === 'date' && typedSomething(question, values))
      problems[fieldOf(question)] = texts.problems.date;
    else if (question.required)
      problems[fieldOf(question)] = texts.problems.answer(question.question);
  }
  return { values, answers, problems };
};

/** An answer as the check page says it. */
export const said = (
  question: Question,
  answer: Answer | undefined,
  language: Language,
  texts: Texts,
): string => {
  if (answer === undefined) return texts.forms.noAnswer;
  if (answer === true) return texts.forms.yes;
  if (question.type === 'date') return plainDate(String(answer), language);
  if (question.type === 'signature') return texts.forms.signature;
  const text = Array.isArray(answer) ? answer.join(', ') : String(answer);
  return question.type === 'tooth' ? texts.forms.teeth(text) : text;
};
