import {
  newAttemptKey,
  problemOf,
  useFormats,
  useIntl,
  useProblemText,
  useWords,
} from '@enamel/access/admin';
import { parseMinor } from '@enamel/kernel';
import {
  Alert,
  Button,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { type FormEvent, useState } from 'react';
import {
  deskMethods,
  type Invoice,
  type InvoiceSummary,
  type PaymentMethod,
} from '../../../shared/index.ts';

interface Properties {
  readonly invoice: InvoiceSummary;
  readonly onClose: () => void;
  readonly onPaid: () => void;
}

/** An amount as a person types it, in the language of the panel. */
const typedAmount = (minor: number, language: string) =>
  (minor / 100).toFixed(2).replace('.', language === 'ro' ? ',' : '.');

/** Takes a payment at the desk. The dialog sends one key however often it is sent: nobody pays twice. */
export const PayDialog = ({ invoice, onClose, onPaid }: Properties) => {
  const t = useWords('billing');
  const { locale } = useIntl();
  const { money } = useFormats();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const problemText = useProblemText();
  const [key] = useState(() => newAttemptKey());
  const [typed, setTyped] = useState(() => typedAmount(invoice.balance, locale));
  const [method, setMethod] = useState<PaymentMethod>('cash');
  const [reference, setReference] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const amount = parseMinor(typed, invoice.currency);
  const wrong =
    amount === undefined || amount <= 0
      ? t('pay.amount.wrong')
      : amount > invoice.balance
        ? t('pay.amount.over', { balance: money(invoice.balance, invoice.currency) })
        : undefined;

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (wrong || busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const { data } = await post<{ data: Invoice }>(
        `/billing/invoices/${invoice.documentId}/payments`,
        { amount, method, ...(reference ? { reference } : {}) },
        { headers: { 'Idempotency-Key': key } },
      );
      toggleNotification({
        type: 'success',
        message:
          data.data.balance === 0
            ? t('pay.done', { number: invoice.number ?? '' })
            : t('pay.part', { balance: money(data.data.balance, invoice.currency) }),
      });
      onPaid();
    } catch (error) {
      setProblem(problemText(problemOf(error)));
      setBusy(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content aria-describedby={undefined}>
        <form onSubmit={send} noValidate>
          <Modal.Header closeLabel={t('close')}>
            <Modal.Title>{t('pay.title')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={5}>
              <Flex justifyContent="space-between" gap={4} wrap="wrap">
                <Typography>
                  {invoice.patient.firstName} {invoice.patient.lastName} · {invoice.number}
                </Typography>
                <Typography fontWeight="semiBold">
                  {t('pay.left', { balance: money(invoice.balance, invoice.currency) })}
                </Typography>
              </Flex>
              {problem && (
                <Alert
                  variant="danger"
                  title={t('pay.failed')}
                  closeLabel={t('close')}
                  onClose={() => setProblem(undefined)}
                >
                  {problem}
                </Alert>
              )}
              <Field.Root name="amount" required error={wrong ?? false}>
                <Field.Label>{t('pay.amount', { currency: invoice.currency })}</Field.Label>
                <Field.Input
                  inputMode="decimal"
                  autoComplete="off"
                  value={typed}
                  onChange={(event: { currentTarget: HTMLInputElement }) =>
                    setTyped(event.currentTarget.value)
                  }
                />
                <Field.Error />
              </Field.Root>
              <Field.Root name="method" required>
                <Field.Label>{t('pay.method')}</Field.Label>
                <SingleSelect
                  value={method}
                  onChange={(value) => setMethod(value as PaymentMethod)}
                >
                  {deskMethods.map((each) => (
                    <SingleSelectOption key={each} value={each}>
                      {t(`method.${each}`)}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Field.Root>
              <Field.Root name="reference" hint={t('pay.reference.hint')}>
                <Field.Label>{t('pay.reference')}</Field.Label>
                <Field.Input
                  maxLength={100}
                  autoComplete="off"
                  value={reference}
                  onChange={(event: { currentTarget: HTMLInputElement }) =>
                    setReference(event.currentTarget.value)
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
            <Button type="submit" loading={busy} disabled={wrong !== undefined}>
              {amount === undefined || wrong
                ? t('pay.take')
                : t('pay.take.amount', { amount: money(amount, invoice.currency) })}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
};
