import { localDate, useClinic, useFormats, useWords } from '@enamel/access/admin';
import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Invoice } from '../../../shared/index.ts';
import { InvoiceActions } from './InvoiceActions.tsx';
import { InvoiceStateBadge } from './InvoiceStateBadge.tsx';

const Card = styled.article`
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 8px;
  padding: 1.6rem;
  font-variant-numeric: tabular-nums;

  summary {
    cursor: pointer;
    min-height: 3.2rem;
    padding-block: 0.6rem;
    width: fit-content;
    font-size: 1.4rem;
    color: ${({ theme }) => theme.colors.primary700};
  }
  dl {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.6rem 1.6rem;
    padding-block: 0.8rem;
    font-size: 1.4rem;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  dd {
    text-align: end;
  }
  dl + dl {
    border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

/** An invoice with its lines and payments folded away. */
export const InvoiceCard = ({
  invoice,
  onChanged,
}: {
  readonly invoice: Invoice;
  readonly onChanged: () => void;
}) => {
  const t = useWords('billing');
  const { money, plainDate, date } = useFormats();
  const { zone } = useClinic();
  const { number, state, issuedOn, dueOn, currency, total, balance, lines, payments } = invoice;
  const overdue = balance > 0 && dueOn !== null && dueOn < localDate(new Date(), zone);
  const excess = invoice.paid - (state === 'void' ? 0 : total);
  const dates = [
    issuedOn && t('issued', { date: plainDate(issuedOn) }),
    balance > 0 && dueOn && t('due', { date: plainDate(dueOn) }),
    invoice.voidReason && t('void.because', { reason: invoice.voidReason }),
  ].filter(Boolean);
  return (
    <Card aria-label={number ?? ''}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
        <div>
          <Flex gap={3} wrap="wrap">
            <Typography variant="delta" tag="h3">
              {number}
            </Typography>
            <InvoiceStateBadge state={state} overdue={overdue} />
          </Flex>
          <Typography textColor="neutral600" tag="p" style={{ marginBlockStart: '0.6rem' }}>
            {dates.join(' · ')}
          </Typography>
        </div>
        <div style={{ textAlign: 'end' }}>
          <Typography
            variant="delta"
            tag="p"
            {...(state === 'void' ? { style: { textDecoration: 'line-through' } } : {})}
          >
            {money(total, currency)}
          </Typography>
          {payments.length > 0 && excess > 0 && (
            <Typography textColor="danger700" tag="p">
              {t('over', { amount: money(excess, currency) })}
            </Typography>
          )}
          {state === 'part-paid' && (
            <Typography textColor="neutral600" tag="p">
              {t('left', { balance: money(balance, currency) })}
            </Typography>
          )}
        </div>
      </Flex>
      <Flex justifyContent="space-between" alignItems="flex-end" gap={4} wrap="wrap">
        <details>
          <summary>{t('details', { count: lines.length })}</summary>
          <dl>
            {lines.map((line, index) => (
              <Line key={index} name={line.description} tooth={line.toothNumber}>
                {line.discount > 0 && (
                  <Typography variant="pi" textColor="neutral600">
                    {t('discount', { amount: money(line.discount, currency) })}{' '}
                  </Typography>
                )}
                {money(line.amount, currency)}
              </Line>
            ))}
          </dl>
          {payments.length > 0 && (
            <dl>
              {payments.map((payment) => (
                <Line
                  key={payment.documentId}
                  name={`${date(payment.receivedAt)} · ${t(`method.${payment.method}`)}`}
                  tooth={null}
                >
                  {money(payment.amount, payment.currency)}
                </Line>
              ))}
            </dl>
          )}
        </details>
        <InvoiceActions invoice={invoice} onChanged={onChanged} />
      </Flex>
    </Card>
  );
};

const Line = ({
  name,
  tooth,
  children,
}: {
  name: string;
  tooth: string | null;
  children: React.ReactNode;
}) => {
  const t = useWords('billing');
  return (
    <>
      <dt>
        {name}
        {tooth && ` · ${t('tooth', { number: tooth })}`}
      </dt>
      <dd>{children}</dd>
    </>
  );
};
