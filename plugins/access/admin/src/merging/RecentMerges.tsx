import { Button, Typography } from '@strapi/design-system';
import { ArrowsCounterClockwise } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { RecentMerge } from '../../../shared/merging.ts';
import { useAct } from '../kit/act.ts';
import { useFormats, useLoaded, useWords } from '../kit/index.ts';

const List = styled.ul`
  display: grid;
  gap: 0.8rem;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral600};
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.4rem 1.6rem;
    padding: 0.8rem 1.6rem;
    background: ${({ theme }) => theme.colors.neutral0};
    border: 1px solid ${({ theme }) => theme.colors.neutral150};
    border-radius: 8px;
  }
  a {
    font-weight: 600;
    color: ${({ theme }) => theme.colors.primary700};
  }
`;

export const RecentMerges = ({ onUndone }: { onUndone: () => Promise<void> }) => {
  const t = useWords('merging');
  const { get, post } = useFetchClient();
  const { date } = useFormats();
  const { busy, act } = useAct('merging');
  const load = useCallback(
    async () => (await get<{ data: RecentMerge[] }>('/access/merges')).data.data,
    [get],
  );
  const loaded = useLoaded(load);
  if (loaded.state !== 'ready' || loaded.data.length === 0) return null;
  const undo = (merge: RecentMerge) =>
    act(async () => {
      await post(`/access/merges/${merge.id}/undo`);
      await Promise.all([loaded.reload(), onUndone()]);
      return t('undo.done');
    });
  return (
    <section>
      <Typography variant="delta" tag="h2" paddingBottom={2} style={{ display: 'block' }}>
        {t('recent')}
      </Typography>
      <List>
        {loaded.data.map((merge) => (
          <li key={merge.id}>
            <span>
              <Link to={`/plugins/access/patients/${merge.winner}`}>{merge.name}</Link>{' '}
              {t('recent.by', { who: merge.mergedBy ?? '', date: date(merge.mergedAt) })} ·{' '}
              {t('recent.until', { date: date(merge.undoUntil) })}
            </span>
            <Button
              variant="tertiary"
              startIcon={<ArrowsCounterClockwise />}
              loading={busy}
              onClick={() => void undo(merge)}
            >
              {t('undo')}
            </Button>
          </li>
        ))}
      </List>
    </section>
  );
};
