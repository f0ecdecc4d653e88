import { type Problem, problemOf, useIntl, useProblemText, useWords } from '@enamel/access/admin';
import { useNotification } from '@strapi/strapi/admin';
import { useCallback, useMemo } from 'react';
import { type ChartWords, chartWords } from '../../../shared/odontogram/words.ts';

/** The chart's own vocabulary in the panel's language. */
export const useChartWords = (): ChartWords => {
  const { locale } = useIntl();
  return useMemo(() => chartWords(locale), [locale]);
};

/** Tells why something was not written, in the panel's language where we know the reason. */
export const useChartProblem = () => {
  const t = useWords('charting');
  const fallback = useProblemText();
  const { toggleNotification } = useNotification();
  return useCallback(
    (error: unknown) => {
      const problem: Problem = problemOf(error);
      const key = `problem.${problem.code}`;
      const known = t(key);
      toggleNotification({
        type: 'danger',
        message: known === key ? fallback(problem) : known,
      });
    },
    [t, fallback, toggleNotification],
  );
};
