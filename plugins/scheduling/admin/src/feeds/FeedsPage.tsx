import {
  FilterBar,
  FilterSelect,
  ListPage,
  useFilters,
  useLoaded,
  useWords,
} from '@enamel/access/admin';
import { Link as LinkIcon } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { feedKinds, type StaffFeedsAnswer } from '../../../shared/feeds.ts';
import { FeedTable } from './FeedTable.tsx';
import { MakeFeed } from './MakeFeed.tsx';

/** Private links to calendars: who has one, who reads it, and the end of it. */
const FeedsPage = () => {
  const t = useWords('scheduling');
  const { get } = useFetchClient();
  const filters = useFilters(['kind']);
  const { query, page, change, any, clear } = filters;
  const load = useCallback(
    async () => (await get<StaffFeedsAnswer>(`/scheduling/calendar-feeds?${query}`)).data,
    [get, query],
  );
  const loaded = useLoaded(load);
  const meta = loaded.state === 'ready' ? loaded.data.meta : undefined;
  const everybody = meta?.owners.some(({ kind }) => kind === 'location');
  return (
    <ListPage
      title={t('feeds')}
      subtitle={t('feeds.subtitle')}
      action={meta && <MakeFeed owners={meta.owners} done={loaded.reload} />}
      above={
        everybody && (
          <FilterBar onClear={any ? clear : undefined}>
            <FilterSelect
              filters={filters}
              name="kind"
              label={t('feeds.whose')}
              options={feedKinds.map((value) => ({ value, label: t(`feeds.kind.${value}`) }))}
            />
          </FilterBar>
        )
      }
      loaded={loaded}
      page={page}
      pageSize={meta?.pageSize ?? 20}
      turnTo={(next) => change('page', String(next))}
      empty={{
        icon: <LinkIcon width="32" height="32" aria-hidden />,
        title: t('feeds.none'),
        hint: t('feeds.none.hint'),
      }}
    >
      {(feeds) => <FeedTable feeds={feeds} done={loaded.reload} />}
    </ListPage>
  );
};

export default FeedsPage;
