import { Flex, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { PrivacyDeadlines } from '../../../../audit/shared/index.ts';
import { EmptyState, ProblemMessage, Skeleton, useLoaded, useWords } from '../kit/index.ts';
import { DueDate } from './ErasureState.tsx';
import { Line, Lines } from './Lines.tsx';
import { OpenBreaches } from './OpenBreaches.tsx';

/** On the home page of who answers: what the law wants an answer to, and by when. */
export const DeadlinesWidget = () => {
  const t = useWords('privacy');
  const { get } = useFetchClient();
  const loaded = useLoaded(
    useCallback(
      async () => (await get<{ data: PrivacyDeadlines }>('/access/privacy-deadlines')).data.data,
      [get],
    ),
  );
  if (loaded.state === 'loading') return <Skeleton lines={3} />;
  if (loaded.state === 'failed')
    return <ProblemMessage error={loaded.error} retry={() => void loaded.reload()} />;
  const waiting = (['erasures', 'corrections'] as const).filter(
    (what) => loaded.data[what].count > 0,
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <OpenBreaches />
      {waiting.length === 0 ? (
        <EmptyState title={t('deadlines.none')} hint={t('deadlines.none.hint')} />
      ) : (
        <Lines>
          {waiting.map((what) => {
            const { count, next } = loaded.data[what];
            return (
              <Line key={what}>
                <div>
                  <strong>{t(`deadlines.${what}`, { count })}</strong>
                </div>
                {next && (
                  <Typography tag="span">
                    {t('due')}: <DueDate date={next} />
                  </Typography>
                )}
              </Line>
            );
          })}
        </Lines>
      )}
    </Flex>
  );
};
