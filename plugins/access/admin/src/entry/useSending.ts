import { type FormEvent, useCallback, useState } from 'react';
import { type Problem, problemOf, useProblemText } from '../kit/problems.tsx';

interface FieldProblem {
  readonly field: string;
}

export interface Sending {
  readonly busy: boolean;
  /** What went wrong, where it belongs to no field. */
  readonly general: string | undefined;
  /** What is wrong with a field. */
  readonly errorOf: (field: string) => string | undefined;
  readonly problem: Problem | undefined;
  readonly submit: (event: FormEvent) => void;
}

/** A form that is sent: what is missing is said at its field, and so is what the server refuses. */
export const useSending = (
  missing: () => Readonly<Record<string, string | undefined>>,
  send: () => Promise<void>,
): Sending => {
  const textOf = useProblemText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [asked, setAsked] = useState(false);
  const lacking = asked ? missing() : {};
  const fields = (problem?.details.fields ?? []) as readonly FieldProblem[];
  const errorOf = useCallback(
    (field: string) =>
      lacking[field] ??
      (problem && fields.some((one) => one.field === field) ? textOf(problem) : undefined),
    [lacking, problem, fields, textOf],
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setAsked(true);
    setProblem(undefined);
    const form = event.currentTarget as HTMLFormElement;
    const first = Object.entries(missing()).find(([, text]) => text !== undefined)?.[0];
    if (first !== undefined) {
      form.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return;
    }
    setBusy(true);
    send()
      .catch((error: unknown) => setProblem(problemOf(error)))
      .finally(() => setBusy(false));
  };
  const general = problem && fields.length === 0 ? textOf(problem) : undefined;
  return { busy, general, errorOf, problem, submit };
};
