import { problemOf, useNotifyProblem, useWords } from '@enamel/access/admin';
import { useNotification } from '@strapi/strapi/admin';
import { useCallback } from 'react';

/** Tells of a refused act in the desk's own words where it has some, else as the whole panel does. */
export const useTellProblem = () => {
  const t = useWords('desk');
  const notify = useNotifyProblem();
  const { toggleNotification } = useNotification();
  return useCallback(
    (failure: unknown) => {
      const key = `problem.${problemOf(failure).code}`;
      const known = t(key);
      if (known === key) notify(failure);
      else toggleNotification({ type: 'warning', message: known });
    },
    [t, notify, toggleNotification],
  );
};
