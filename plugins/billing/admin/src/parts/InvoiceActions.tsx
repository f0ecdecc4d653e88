import { useMay, useWords } from '@enamel/access/admin';
import { Button, Flex } from '@strapi/design-system';
import { useState } from 'react';
import type { InvoiceSummary } from '../../../shared/index.ts';
import { PayDialog } from './PayDialog.tsx';
import { usePdf } from './usePdf.ts';
import { VoidDialog } from './VoidDialog.tsx';

interface Properties {
  readonly invoice: InvoiceSummary;
  readonly onChanged: () => void;
}

/** What one may do with an invoice. */
export const InvoiceActions = ({ invoice, onChanged }: Properties) => {
  const t = useWords('billing');
  const may = useMay();
  const openPdf = usePdf();
  const [open, setOpen] = useState<'pay' | 'void'>();
  const close = () => setOpen(undefined);
  const changed = () => {
    close();
    onChanged();
  };
  const number = invoice.number ?? '';
  const owes = invoice.balance > 0 && may('plugin::billing.payments.take');
  const canVoid =
    invoice.state === 'unpaid' && invoice.paid === 0 && may('plugin::billing.invoices.issue');
  return (
    <Flex gap={2} wrap="wrap" justifyContent="flex-end">
      {canVoid && (
        <Button
          variant="tertiary"
          aria-label={t('void.title', { number })}
          onClick={() => setOpen('void')}
        >
          {t('void')}
        </Button>
      )}
      <Button
        variant="tertiary"
        aria-label={t('pdf.of', { number })}
        onClick={() => void openPdf(invoice.documentId)}
      >
        PDF
      </Button>
      {owes && (
        <Button aria-label={t('pay.of', { number })} onClick={() => setOpen('pay')}>
          {t('pay')}
        </Button>
      )}
      {open === 'pay' && <PayDialog invoice={invoice} onClose={close} onPaid={changed} />}
      {open === 'void' && <VoidDialog invoice={invoice} onClose={close} onVoided={changed} />}
    </Flex>
  );
};
