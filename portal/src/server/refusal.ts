/** A time that cannot be had, and what the page says and offers instead. */
import { readSlotValue, type Slot } from '../lib/slots.ts';
import { ApiProblem } from './api.ts';
import { slots } from './contracts.ts';
import { type Problems, problemsOf, type Values } from './form.ts';

export type Refusal = {
  readonly kind: 'refused';
  readonly status: number;
  readonly problems: Problems;
  /** Free times nearest to the one that was refused. */
  readonly alternatives: readonly Slot[];
};

/** What a taken or otherwise refused time means for the page. */
export const refusal = (error: unknown, texts: App.Locals['texts']): Refusal => {
  const problems = problemsOf(error, texts);
  const status = error instanceof ApiProblem ? error.status : 400;
  const offered =
    error instanceof ApiProblem ? slots.safeParse(error.details.alternatives).data : [];
  const alternatives = offered ?? [];
  if (alternatives.length === 0) return { kind: 'refused', status, alternatives, problems };
  const code = error instanceof ApiProblem ? error.code : '';
  const words = texts.book.refused[code] ?? problems.form ?? texts.problems.general;
  return { kind: 'refused', status, alternatives, problems: { alternatives: words } };
};

/** A time taken from what the page offered wins over the one in the address. */
export const chosenSlot = (values: Values, fallback: { start: string; practitioner: string }) =>
  readSlotValue(values.slot) ?? fallback;
