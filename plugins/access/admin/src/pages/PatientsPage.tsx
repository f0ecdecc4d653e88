import { LinkButton, Typography } from '@strapi/design-system';
import { Duplicate, User } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Link } from 'react-router-dom';
import type { PatientList } from '../../../shared/patients.ts';
import {
  FilterBar,
  FilterSearch,
  ListPage,
  useFilters,
  useLoaded,
  useMay,
  useWords,
} from '../kit/index.ts';
import { PatientTable } from './PatientTable.tsx';
import { useListKeys } from './useListKeys.ts';

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
  const keys = useListKeys();
  const may = useMay();
  const subtitle = (): string => {
    if (loaded.state !== 'ready') return t('patients.hint');
    const { total, countedTo, similar, pageSize: most } = loaded.data.meta;
    if (similar) return t('patients.similar', { q: values.q });
    if (countedTo === undefined && total === most) return t('patients.firsts', { total });
    return t(total === countedTo ? 'patients.many' : 'patients.count', { total });
  };
  return (
    <div {...keys}>
      <ListPage
        title={t('patients')}
        subtitle={subtitle()}
        action={
          may('plugin::access.patients.merge') && (
            <LinkButton
              tag={Link}
              to="/plugins/access/patients/duplicates"
              variant="tertiary"
              startIcon={<Duplicate />}
            >
              {t('patients.duplicates')}
            </LinkButton>
          )
        }
        above={
          <>
            <FilterBar>
              <FilterSearch filters={filters} name="q" label={t('patients.search')} />
            </FilterBar>
            <Typography variant="pi" textColor="neutral600" tag="p">
              {t('patients.keys')}
            </Typography>
          </>
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
    </div>
  );
};
