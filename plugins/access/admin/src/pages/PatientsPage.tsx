import { User } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { PatientList } from '../../../shared/patients.ts';
import {
  FilterBar,
  FilterSearch,
  ListPage,
  useFilters,
  useLoaded,
  useWords,
} from '../kit/index.ts';
import { PatientTable } from './PatientTable.tsx';

const pageSize = 25;

const filterNames = ['q'] as const;

export const PatientsPage = () => {
  const t = useWords('access');
  const { get } = useFetchClient();
  const filters = useFilters(filterNames);
  const { values, query, page, change, any } = filters;
  const load = useCallback(
    async () => (await get<PatientList>(`/access/patients?${query}&pageSize=${pageSize}`)).data,
    [get, query],
  );
  const loaded = useLoaded(load);
  return (
    <ListPage
      title={t('patients')}
      subtitle={
        loaded.state === 'ready'
          ? t('patients.count', { total: loaded.data.meta.total })
          : t('patients.hint')
      }
      above={
        <FilterBar>
          <FilterSearch filters={filters} name="q" label={t('patients.search')} />
        </FilterBar>
      }
      loaded={loaded}
      page={page}
      pageSize={pageSize}
      turnTo={(next) => change('page', String(next))}
      empty={{
        icon: <User width="32" height="32" aria-hidden />,
        title: any ? t('patients.none', { q: values.q }) : t('patients.first'),
        hint: any ? t('patients.none.hint') : t('patients.first.hint'),
      }}
    >
      {(patients) => <PatientTable patients={patients} />}
    </ListPage>
  );
};
