import {
  EmptyState,
  ProblemMessage,
  Skeleton,
  useFormats,
  useLoaded,
  useWords,
} from '@enamel/access/admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { PriceTag } from '@strapi/icons';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { InvoicePage } from '../../../shared/index.ts';
import { CsvButton } from '../parts/CsvButton.tsx';
import { type Filters, filterNames, InvoiceFilters } from '../parts/InvoiceFilters.tsx';
import { InvoiceTable } from '../parts/InvoiceTable.tsx';
import { Sums } from '../parts/Sums.tsx';
import { ToBill } from '../parts/ToBill.tsx';

const pageSize = 25;

const set = (entries: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(entries).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );

/** The filters and the page as the address has them: a reload or a shared link shows the same. */
const useAddress = () => {
  const [address, setAddress] = useSearchParams();
  const key = address.toString();
  const filters = useMemo<Filters>(() => {
    const current = new URLSearchParams(key);
    return set(Object.fromEntries(filterNames.map((name) => [name, current.get(name) ?? ''])));
  }, [key]);
  const page = Math.max(1, Number(address.get('page')) || 1);
  const setFilters = useCallback(
    (next: Filters) => setAddress(set(next), { replace: true }),
    [setAddress],
  );
  const turnTo = (next: number) => setAddress(set({ ...filters, page: String(next) }));
  return { filters, page, setFilters, turnTo };
};

const Billing = () => {
  const t = useWords('billing');
  const { money } = useFormats();
  const { get } = useFetchClient();
  const { filters, page, setFilters, turnTo } = useAddress();
  const load = useCallback(async () => {
    const { data } = await get<InvoicePage>('/billing/invoices', {
      params: { ...filters, page, pageSize },
    });
    return data;
  }, [get, filters, page]);
  const loaded = useLoaded(load);
  const meta = loaded.state === 'ready' ? loaded.data.meta : undefined;
  const last = Math.max(1, Math.ceil((meta?.total ?? 0) / pageSize));
  const filtered = Object.keys(filters).length > 0;
  return (
    <Page.Main>
      <Page.Title>{t('billing')}</Page.Title>
      <Layouts.Header
        title={t('billing')}
        subtitle={meta ? t('invoices.count', { count: meta.total }) : t('billing.hint')}
        primaryAction={<CsvButton filters={filters} disabled={!meta?.total} />}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {!filtered && page === 1 && <ToBill />}
          <InvoiceFilters filters={filters} onChange={setFilters} />
          {meta && <Sums sums={meta.sums} money={money} />}
          {loaded.state === 'loading' && <Skeleton lines={8} />}
          {loaded.state === 'failed' && (
            <ProblemMessage error={loaded.error} retry={() => void loaded.reload()} />
          )}
          {loaded.state === 'ready' &&
            (loaded.data.data.length > 0 ? (
              <InvoiceTable invoices={loaded.data.data} onChanged={() => void loaded.reload()} />
            ) : (
              <EmptyState
                icon={<PriceTag width="32" height="32" aria-hidden />}
                title={t(filtered ? 'list.none' : 'list.empty')}
                hint={t(filtered ? 'list.none.hint' : 'list.empty.hint')}
              />
            ))}
          {last > 1 && (
            <Flex tag="nav" aria-label={t('pages')} gap={3} justifyContent="flex-end">
              <Button variant="tertiary" disabled={page <= 1} onClick={() => turnTo(page - 1)}>
                {t('pages.back')}
              </Button>
              <Typography textColor="neutral600">{t('pages.where', { page, last })}</Typography>
              <Button variant="tertiary" disabled={page >= last} onClick={() => turnTo(page + 1)}>
                {t('pages.next')}
              </Button>
            </Flex>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

const BillingPage = () => (
  <Page.Protect permissions={[{ action: 'plugin::billing.invoices.read', subject: null }] as never}>
    <Billing />
  </Page.Protect>
);

export default BillingPage;
