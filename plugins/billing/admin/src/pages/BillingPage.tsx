import {
  CsvButton,
  ListPage,
  useFilters,
  useFormats,
  useLoaded,
  useWords,
} from '@enamel/access/admin';
import { PriceTag } from '@strapi/icons';
import { Page, useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { InvoicePage } from '../../../shared/index.ts';
import { filterNames, InvoiceFilters } from '../parts/InvoiceFilters.tsx';
import { InvoiceTable } from '../parts/InvoiceTable.tsx';
import { Sums } from '../parts/Sums.tsx';
import { ToBill } from '../parts/ToBill.tsx';

const pageSize = 25;

const Billing = () => {
  const t = useWords('billing');
  const { money } = useFormats();
  const { get } = useFetchClient();
  const filters = useFilters(filterNames);
  const { query, page, change, any } = filters;
  const load = useCallback(
    async () => (await get<InvoicePage>(`/billing/invoices?${query}&pageSize=${pageSize}`)).data,
    [get, query],
  );
  const loaded = useLoaded(load);
  const meta = loaded.state === 'ready' ? loaded.data.meta : undefined;
  return (
    <ListPage
      title={t('billing')}
      subtitle={meta ? t('invoices.count', { count: meta.total }) : t('billing.hint')}
      action={
        <CsvButton
          path={`/billing/invoices/csv?${query}`}
          file={t('csv.file')}
          disabled={!meta?.total}
        />
      }
      above={
        <>
          {!any && page === 1 && <ToBill />}
          <InvoiceFilters filters={filters} />
          {meta && <Sums sums={meta.sums} money={money} />}
        </>
      }
      loaded={loaded}
      page={page}
      pageSize={pageSize}
      turnTo={(next) => change('page', String(next))}
      empty={{
        icon: <PriceTag width="32" height="32" aria-hidden />,
        title: t(any ? 'list.none' : 'list.empty'),
        hint: t(any ? 'list.none.hint' : 'list.empty.hint'),
      }}
    >
      {(invoices) => <InvoiceTable invoices={invoices} onChanged={() => void loaded.reload()} />}
    </ListPage>
  );
};

const BillingPage = () => (
  <Page.Protect permissions={[{ action: 'plugin::billing.invoices.read', subject: null }] as never}>
    <Billing />
  </Page.Protect>
);

export default BillingPage;
