import {
  CsvButton,
  ListPage,
  localDate,
  useClinic,
  useFilters,
  useLoaded,
  useWords,
} from '@enamel/access/admin';
import { Calendar } from '@strapi/icons';
import { Page, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect } from 'react';
import { permissions } from '../../../shared/permissions.ts';
import type { VisitPage } from '../../../shared/visit-list.ts';
import { filterNames, VisitFilters } from './VisitFilters.tsx';
import { VisitTable } from './VisitTable.tsx';

const pageSize = 25;

const Visits = () => {
  const t = useWords('desk');
  const { get } = useFetchClient();
  const { zone } = useClinic();
  const filters = useFilters(filterNames);
  const { query, page, change, any } = filters;
  // Whoever comes without a question is shown from today on; clearing that shows all there ever were.
  useEffect(() => {
    if (!window.location.search) change('from', localDate(new Date(), zone));
  }, [change, zone]);
  const load = useCallback(
    async () => (await get<VisitPage>(`/scheduling/visits?${query}&pageSize=${pageSize}`)).data,
    [get, query],
  );
  const loaded = useLoaded(load);
  const meta = loaded.state === 'ready' ? loaded.data.meta : undefined;
  const more = meta && meta.total >= meta.countedTo;
  return (
    <ListPage
      title={t('visits')}
      subtitle={
        meta ? t(more ? 'visits.count.more' : 'visits.count', { count: meta.total }) : t('visits')
      }
      action={
        <CsvButton
          path={`/scheduling/visits/csv?${query}`}
          file={t('visits.file')}
          disabled={!meta?.total}
        />
      }
      above={<VisitFilters filters={filters} />}
      loaded={loaded}
      page={page}
      pageSize={pageSize}
      turnTo={(next) => change('page', String(next))}
      empty={{
        icon: <Calendar width="32" height="32" aria-hidden />,
        title: t(any ? 'visits.none' : 'visits.empty'),
        hint: t(any ? 'visits.none.hint' : 'visits.empty.hint'),
      }}
    >
      {(visits) => <VisitTable visits={visits} />}
    </ListPage>
  );
};

const VisitsPage = () => (
  <Page.Protect permissions={[{ action: permissions.read, subject: null }] as never}>
    <Visits />
  </Page.Protect>
);

export default VisitsPage;
