import type {
  Alert,
  AlertKind,
  Answer,
  Answers,
  Question,
  Section,
} from '../../../shared/index.ts';

/** Ways to say no. An answer that begins so raises nothing. */
const no = /^(no|none|never|nothing|nu|niciun\p{L}*|nicio\p{L}*|nimic|fără|n\/a|-)(?!\p{L})/iu;

const kinds: readonly (readonly [AlertKind, RegExp])[] = [
  ['allergy', /allerg|alerg/i],
  ['medication', /medic(ation|ament|ine)|anticoag|blood thinner|subți/i],
];

/** What a question asks about; an illness when it does not say. */
const kindOf = (question: Question): AlertKind =>
  kinds.find(([, words]) => words.test(question.question))?.[0] ?? 'condition';

const saysNo = (text: string) => no.test(text.trim());

const beside = (question: Question, answer: string) =>
  /[?!.:]$/.test(question.question)
    ? `${question.question} ${answer}`
    : `${question.question}: ${answer}`;

/** What the answer says yes to, one text for each alert. */
const positives = (question: Question, answer: Answer): string[] => {
  if (answer === true) return [question.question];
  if (typeof answer === 'number') return [beside(question, String(answer))];
  if (typeof answer === 'boolean') return [];
  if (typeof answer !== 'string')
    return question.type === 'tooth'
      ? [beside(question, answer.join(', '))]
      : answer.filter((option) => !saysNo(option));
  if (question.type === 'signature' || saysNo(answer)) return [];
  if (question.type === 'text' || question.type === 'textarea') return [answer];
  return [/^(yes|da)[.!]?$/i.test(answer) ? question.question : beside(question, answer)];
};

const shortened = (text: string) => (text.length > 250 ? `${text.slice(0, 249)}…` : text);

/** Alerts that the answers to flagged questions suggest. Nothing reaches the patient's page before a person agrees. */
export const suggestAlerts = (sections: readonly Section[], answers: Answers): Alert[] =>
  sections
    .flatMap((section) => section.questions)
    .flatMap((question) => {
      const answer = answers[question.key];
      if (!question.raisesAlert || answer === undefined) return [];
      const kind = kindOf(question);
      return positives(question, answer).map(
        (text): Alert => ({ kind, text: shortened(text), severity: 'high' }),
      );
    });

const same = (a: Alert, b: Alert) =>
  a.kind === b.kind && a.text.trim().toLowerCase() === b.text.trim().toLowerCase();

/** The patient's alerts with the chosen ones added, none twice. */
export const withAlerts = (known: readonly Alert[], chosen: readonly Alert[]): Alert[] => {
  const all = [...known];
  for (const alert of chosen) if (!all.some((one) => same(one, alert))) all.push(alert);
  return all;
};
