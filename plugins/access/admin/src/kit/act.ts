import { useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { problemOf, useNotifyProblem } from './problems.tsx';
import { useWords } from './translations.ts';

const whatIn = (details: Readonly<Record<string, unknown>>): string => {
  const fields = details.fields as { field: string; message: string }[] | undefined;
  return fields?.map(({ field, message }) => `${field} ${message}`).join('; ') ?? '';
};

/** Runs one act at a time and tells how it ended, in the words of `room` where it has some. @returns of `act`: whether it worked */
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
        const { code, details } = problemOf(failure);
        const key = `problem.${code}`;
        const known = t(key, { what: whatIn(details) });
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
