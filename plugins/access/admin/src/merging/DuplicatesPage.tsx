import { Box, Typography } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { BackButton, useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { DuplicateList } from '../../../shared/merging.ts';
import { useAct } from '../kit/act.ts';
import { ListPage, useFilters, useLoaded, useWords } from '../kit/index.ts';
import { Pair } from './Pair.tsx';
import { RecentMerges } from './RecentMerges.tsx';

const pageSize = 10;

/** Pairs of records that may be one person, and what was merged lately. */
const DuplicatesPage = () => {
  const t = useWords('merging');
  const { get, post } = useFetchClient();
  const { query, page, change } = useFilters([]);
  const load = useCallback(
    async () => (await get<DuplicateList>(`/access/duplicates?${query}&pageSize=${pageSize}`)).data,
    [get, query],
  );
  const loaded = useLoaded(load);
  const { busy, act } = useAct('merging');
  const apart = (one: string, other: string) =>
    act(async () => {
      await post('/access/duplicates/apart', { one, other });
      await loaded.reload();
      return t('apart.done');
    });
  return (
    <ListPage
      title={t('duplicates')}
      subtitle={
        loaded.state === 'ready'
          ? t('duplicates.count', { total: loaded.data.meta.total })
          : t('duplicates.hint')
      }
      above={
        <>
          <Box>
            <BackButton fallback="/plugins/access/patients" />
          </Box>
          <Typography textColor="neutral600" tag="p" style={{ maxWidth: '68ch' }}>
            {t('duplicates.explained')}
          </Typography>
          <RecentMerges onUndone={loaded.reload} />
        </>
      }
      loaded={loaded}
      page={page}
      pageSize={pageSize}
      turnTo={(next) => change('page', String(next))}
      empty={{
        icon: <Duplicate width="32" height="32" aria-hidden />,
        title: t('duplicates.none'),
        hint: t('duplicates.none.hint'),
      }}
    >
      {(pairs) => (
        <ul aria-label={t('duplicates')}>
          {pairs.map((pair) => (
            <Pair
              key={`${pair.one.documentId} ${pair.other.documentId}`}
              pair={pair}
              busy={busy}
              onApart={() => void apart(pair.one.documentId, pair.other.documentId)}
            />
          ))}
        </ul>
      )}
    </ListPage>
  );
};

export default DuplicatesPage;
