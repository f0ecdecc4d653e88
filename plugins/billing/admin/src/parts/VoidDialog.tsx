import { useNotifyProblem, useWords } from '@enamel/access/admin';
import { Button, Field, Flex, Modal, Typography } from '@strapi/design-system';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { type FormEvent, useState } from 'react';
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
  const notifyProblem = useNotifyProblem();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const number = invoice.number ?? '';

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await post(`/billing/invoices/${invoice.documentId}/void`, { reason: reason.trim() });
      toggleNotification({ type: 'success', message: t('void.done', { number }) });
      onVoided();
    } catch (error) {
      notifyProblem(error);
      setBusy(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content aria-describedby={undefined}>
        <form onSubmit={send}>
          <Modal.Header closeLabel={t('close')}>
            <Modal.Title>{t('void.title', { number })}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={5}>
              <Typography>{t('void.what')}</Typography>
              <Field.Root name="reason" required hint={t('void.reason.hint')}>
                <Field.Label>{t('void.reason')}</Field.Label>
                <Field.Input
                  maxLength={250}
                  autoComplete="off"
                  value={reason}
                  onChange={(event: { currentTarget: HTMLInputElement }) =>
                    setReason(event.currentTarget.value)
                  }
                />
                <Field.Hint />
              </Field.Root>
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button
              type="submit"
              variant="danger"
              loading={busy}
              disabled={reason.trim().length < 3}
            >
              {t('void.do')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
};
