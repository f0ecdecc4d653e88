import { Shield } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Link } from 'react-router-dom';
import type { ErasureRow } from '../../../../audit/shared/index.ts';
import {
  DataTable,
  FilterBar,
  FilterSelect,
  ListPage,
  OpeningRow,
  useFilters,
  useFormats,
  useLoaded,
  useWords,
} from '../kit/index.ts';
import { DueDate, ErasureState } from './ErasureState.tsx';

const pageSize = 25;
const filterNames = ['open'] as const;

interface Answer {
  readonly data: readonly ErasureRow[];
  readonly meta: { readonly total: number };
}

/** Who asks to be erased; those without an answer first, by their date. */
export const ErasuresPage = () => {
  const t = useWords('privacy');
  const { get } = useFetchClient();
  const { date } = useFormats();
  const filters = useFilters(filterNames);
  const { query, page, change } = filters;
  const loaded = useLoaded(
    useCallback(
      async () => (await get<Answer>(`/access/erasures?${query}&pageSize=${pageSize}`)).data,
      [get, query],
    ),
  );
  return (
    <ListPage
      title={t('erasures')}
      subtitle={t('erasures.hint')}
      above={
        <FilterBar>
          <FilterSelect
            filters={filters}
            name="open"
            label={t('state')}
            options={[{ value: 'true', label: t('open') }]}
          />
        </FilterBar>
      }
      loaded={loaded}
      page={page}
      pageSize={pageSize}
      turnTo={(next) => change('page', String(next))}
      empty={{
        icon: <Shield width="32" height="32" aria-hidden />,
        title: t('erasures.none'),
        hint: t('erasures.none.hint'),
      }}
    >
      {(rows) => (
        <DataTable
          caption={t('erasures')}
          columns={[t('patient'), t('asked'), t('state'), t('due')]}
        >
          {rows.map((row) => (
            <OpeningRow key={row.id} to={row.id}>
              <td>
                <Link to={row.id}>{row.patient.name}</Link>
              </td>
              <td className="date">{date(row.askedAt)}</td>
              <td>
                <ErasureState state={row.state} />
              </td>
              <td className="date">{row.state === 'asked' && <DueDate date={row.dueOn} />}</td>
            </OpeningRow>
          ))}
        </DataTable>
      )}
    </ListPage>
  );
};
