import { problemOf, useNotifyProblem, useWords } from '@enamel/access/admin';
import { useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';

const whatIn = (details: Readonly<Record<string, unknown>>): string => {
  const fields = details.fields as { field: string; message: string }[] | undefined;
  return fields?.map(({ field, message }) => `${field} ${message}`).join('; ') ?? '';
};

/** Runs one act at a time and tells how it ended. @returns whether it worked */
export const useAct = () => {
  const t = useWords('waitlist');
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
