import { Alert, Box, Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Link } from 'react-router-dom';
import { EmptyState } from './EmptyState.tsx';
import { useWords } from './translations.ts';

/** A failed request, from the one error shape of our routes. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

interface Answered {
  readonly response?: { readonly data?: { readonly error?: Partial<Problem> } };
}

export const problemOf = (error: unknown): Problem => {
  const said = (error as Answered).response?.data?.error;
  return {
    status: said?.status ?? 0,
    code: said?.code ?? 'UNREACHABLE',
    message: said?.message ?? '',
    details: said?.details ?? {},
  };
};

/** The sentence to show: ours in the panel's language when the code is known, else the server's. */
export const useProblemText = () => {
  const t = useWords('access');
  return useCallback(
    (problem: Problem): string => {
      const key = `problem.${problem.code}`;
      const known = t(key);
      return known === key ? problem.message || t('problem.UNREACHABLE') : known;
    },
    [t],
  );
};

/** Tells of a failed act in a notification: `notifyProblem(error)`. */
export const useNotifyProblem = () => {
  const { toggleNotification } = useNotification();
  const text = useProblemText();
  return useCallback(
    (error: unknown) => toggleNotification({ type: 'danger', message: text(problemOf(error)) }),
    [toggleNotification, text],
  );
};

/** A page or panel that could not be loaded, with a way to try again. */
export const ProblemMessage = ({ error, retry }: { error: unknown; retry?: () => void }) => {
  const t = useWords('access');
  const text = useProblemText();
  const problem = problemOf(error);
  if (problem.code === 'WORKS_NOWHERE')
    return (
      <Box padding={4}>
        <EmptyState
          title={t('nowhere')}
          hint={t('nowhere.hint')}
          action={
            <LinkButton tag={Link} to="/plugins/access/scope" variant="secondary">
              {t('ask-for-place')}
            </LinkButton>
          }
        />
      </Box>
    );
  return (
    <Box padding={4}>
      <Alert variant="danger" title={t('problem.title')} closeLabel={t('close')}>
        <Flex direction="column" alignItems="flex-start" gap={2}>
          <Typography>{text(problem)}</Typography>
          {retry && (
            <Button variant="tertiary" onClick={retry}>
              {t('retry')}
            </Button>
          )}
        </Flex>
      </Alert>
    </Box>
  );
};
