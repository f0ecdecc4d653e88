import { useFormats, useLoaded, useWords } from '@enamel/access/admin';
import { Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { UnbilledPatient } from '../../../shared/index.ts';

const Panel = styled.section`
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 8px;
  padding: 1.6rem;

  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(26rem, 1fr));
    gap: 0.8rem;
    margin-block-start: 1.2rem;
    max-height: 22rem;
    overflow-y: auto;
  }
  a {
    display: block;
    padding: 0.8rem 1.2rem;
    border-radius: 6px;
    font-size: 1.4rem;
    font-variant-numeric: tabular-nums;
    text-decoration: none;
    color: ${({ theme }) => theme.colors.neutral800};
    background: ${({ theme }) => theme.colors.neutral100};
  }
  a:hover {
    background: ${({ theme }) => theme.colors.primary100};
  }
`;

/** Whom to bill next: a click leads to the patient's account. Nothing is shown when all is billed. */
export const ToBill = () => {
  const t = useWords('billing');
  const { money, plainDate } = useFormats();
  const { get } = useFetchClient();
  const load = useCallback(async () => {
    const { data } = await get<{ data: UnbilledPatient[] }>('/billing/unbilled');
    return data.data;
  }, [get]);
  const loaded = useLoaded(load);
  if (loaded.state !== 'ready' || loaded.data.length === 0) return null;
  return (
    <Panel aria-label={t('to-bill')}>
      <Typography variant="delta" tag="h2">
        {t('to-bill')}
      </Typography>
      <Typography textColor="neutral600" tag="p">
        {t('to-bill.hint')}
      </Typography>
      <ul>
        {loaded.data.map(({ documentId, firstName, lastName, treatments, amount, date }) => (
          <li key={documentId}>
            <Link to={`/plugins/access/patients/${documentId}/invoices`}>
              <b>
                {lastName} {firstName}
              </b>{' '}
              · {money(amount)}
              <br />
              <Typography variant="pi" textColor="neutral600">
                {[t('to-bill.count', { count: treatments }), date && plainDate(date)]
                  .filter(Boolean)
                  .join(' · ')}
              </Typography>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
