import { Flex, LinkButton } from '@strapi/design-system';
import { Shield } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { ErasureRow } from '../../../../audit/shared/index.ts';
import {
  DataTable,
  FilterBar,
  FilterSelect,
  folded,
  ListPage,
  OpeningRow,
  useFilters,
  useFormats,
  useLoaded,
  useWords,
} from '../kit/index.ts';
import { Corrections } from './Corrections.tsx';
import { DueDate, ErasureState } from './ErasureState.tsx';
import { OpenBreaches } from './OpenBreaches.tsx';

const Requests = styled(DataTable)`
  .label {
    display: none;
  }
  @media (max-width: 40rem) {
    ${folded}
    td.due {
      grid-column: 1 / -1;
      justify-self: start;
    }
    .label {
      display: inline;
    }
  }
`;

const pageSize = 25;
const filterNames = ['open'] as const;

interface Answer {
  readonly data: readonly ErasureRow[];
  readonly meta: { readonly total: number };
}

const registers = {
  'register.activities': 'api::processing-activity.processing-activity',
  'register.breaches': 'api::data-breach.data-breach',
} as const;

const Registers = () => {
  const t = useWords('privacy');
  return (
    <Flex gap={2} wrap="wrap">
      {Object.entries(registers).map(([name, uid]) => (
        <LinkButton
          key={name}
          variant="tertiary"
          tag={Link}
          to={`/content-manager/collection-types/${uid}`}
        >
          {t(name)}
        </LinkButton>
      ))}
    </Flex>
  );
};

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
      action={<Registers />}
      above={
        <>
          <OpenBreaches />
          <Corrections />
          <FilterBar>
            <FilterSelect
              filters={filters}
              name="open"
              label={t('state')}
              options={[{ value: 'true', label: t('open') }]}
            />
          </FilterBar>
        </>
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
        <Requests
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
              <td className="date due">
                {row.state === 'asked' && (
                  <>
                    <span className="label quiet">{t('due')}: </span>
                    <DueDate date={row.dueOn} />
                  </>
                )}
              </td>
            </OpeningRow>
          ))}
        </Requests>
      )}
    </ListPage>
  );
};
