import { useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { problemOf, useNotifyProblem } from './problems.tsx';
import { useWords } from './translations.ts';

/** Runs one act at a time and tells how it ended, in the words of `room` where it has some. */
export const useAct = (room: string) => {
  const t = useWords(room);
  const notify = useNotifyProblem();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);
  const act = useCallback(
    async (work: () => Promise<string>): Promise<boolean> => {
      setBusy(true);
      try {
        toggleNotification({ type: 'success', message: await work() });
        return true;
      } catch (failure) {
        const key = `problem.${problemOf(failure).code}`;
        const known = t(key);
        if (known === key) notify(failure);
        else toggleNotification({ type: 'warning', message: known });
        return false;
      } finally {
        setBusy(false);
      }
    },
    [t, notify, toggleNotification],
  );
  return { busy, act };
};
