import { problemOf, useNotifyProblem, useProblemText, useWords } from '@enamel/access/admin';
import { useCallback, useRef, useState } from 'react';

interface Done {
  readonly text: string;
  readonly undo?: () => void;
  /** Document id of the visit that gave its time back. */
  readonly gap?: string;
}

/** One thing is done at a time; it says what was done and how to take it back. */
export const useDoing = (reload: () => Promise<void>) => {
  const t = useWords('scheduling');
  const notify = useNotifyProblem();
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Done>();
  const working = useRef(false);

  const during = useCallback(async (work: () => Promise<void>) => {
    if (working.current) return;
    working.current = true;
    setBusy(true);
    try {
      await work();
    } finally {
      working.current = false;
      setBusy(false);
    }
  }, []);

  /** Takes something back and says so, or says why it stays. */
  const undoing = useCallback(
    (work: () => Promise<unknown>, text: string) => () =>
      void during(async () => {
        try {
          await work();
          setDone({ text });
        } catch (failure) {
          const problem = problemOf(failure);
          const own = t(`problem.${problem.code}`);
          const why = own.startsWith('problem.') ? problemText(problem) : own;
          setDone({ text: t('undo.failed', { why }) });
        }
        await reload();
      }),
    [during, problemText, reload, t],
  );

  return { busy, done, setDone, during, undoing, notify, reload };
};

export type Doing = ReturnType<typeof useDoing>;
