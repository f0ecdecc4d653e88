import {
  EmptyState,
  type PatientTabProps,
  ProblemMessage,
  Skeleton,
  useFormats,
  useIntl,
  useLoaded,
  useWords,
} from '@enamel/access/admin';
import { Flex, Typography } from '@strapi/design-system';
import { PriceTag } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { PatientAccount } from '../../../shared/index.ts';
import { InvoiceCard } from '../parts/InvoiceCard.tsx';
import { Unbilled } from '../parts/Unbilled.tsx';

/** A patient's account: what can be billed, what was, what is owed. */
export const LedgerTab = ({ patient: { documentId } }: PatientTabProps) => {
  const t = useWords('billing');
  const { locale } = useIntl();
  const { money } = useFormats();
  const { get } = useFetchClient();
  const load = useCallback(async () => {
    const { data } = await get<{ data: PatientAccount }>(`/billing/patients/${documentId}`, {
      params: { language: locale === 'ro' ? 'ro' : 'en' },
    });
    return data.data;
  }, [get, documentId, locale]);
  const loaded = useLoaded(load);
  if (loaded.state === 'loading') return <Skeleton lines={6} />;
  if (loaded.state === 'failed')
    return <ProblemMessage error={loaded.error} retry={() => void loaded.reload()} />;
  const { unbilled, invoices, balance, currency } = loaded.data;
  const reload = () => void loaded.reload();
  if (unbilled.length === 0 && invoices.length === 0)
    return (
      <EmptyState
        icon={<PriceTag width="32" height="32" aria-hidden />}
        title={t('account.empty')}
        hint={t('account.empty.hint')}
      />
    );
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {unbilled.length > 0 && (
        <Unbilled
          key={unbilled.map((each) => each.documentId).join()}
          patient={documentId}
          treatments={unbilled}
          currency={currency}
          onIssued={reload}
        />
      )}
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Typography variant="delta" tag="h2">
          {t('invoices.count', { count: invoices.length })}
        </Typography>
        <Typography fontWeight="semiBold" tag="p">
          {balance > 0 ? t('owes', { balance: money(balance, currency) }) : t('owes.nothing')}
        </Typography>
      </Flex>
      {invoices.map((invoice) => (
        <InvoiceCard key={invoice.documentId} invoice={invoice} onChanged={reload} />
      ))}
    </Flex>
  );
};
