import { ReasonDialog, useWords } from '@enamel/access/admin';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import type { InvoiceSummary } from '../../../shared/index.ts';

interface Properties {
  readonly invoice: InvoiceSummary;
  readonly onClose: () => void;
  readonly onVoided: () => void;
}

/** Voids an invoice after saying what stays and what goes. */
export const VoidDialog = ({ invoice, onClose, onVoided }: Properties) => {
  const t = useWords('billing');
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const number = invoice.number ?? '';
  const send = async (reason: string) => {
    await post(`/billing/invoices/${invoice.documentId}/void`, { reason });
    toggleNotification({ type: 'success', message: t('void.done', { number }) });
    onVoided();
  };
  return (
    <ReasonDialog
      title={t('void.title', { number })}
      what={t('void.what')}
      confirm={t('void.do')}
      hint={t('void.reason.hint')}
      least={3}
      most={250}
      onClose={onClose}
      send={send}
    />
  );
};
