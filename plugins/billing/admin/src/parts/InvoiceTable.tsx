import { localDate, useClinic, useFormats, useWords } from '@enamel/access/admin';
import { VisuallyHidden } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { InvoiceSummary } from '../../../shared/index.ts';
import { InvoiceActions } from './InvoiceActions.tsx';
import { InvoiceStateBadge } from './InvoiceStateBadge.tsx';

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 8px;
  font-size: 1.4rem;
  font-variant-numeric: tabular-nums;
  color: ${({ theme }) => theme.colors.neutral800};

  th,
  td {
    text-align: start;
    padding: 0.8rem 1.2rem;
    vertical-align: middle;
  }
  th {
    font-size: 1.2rem;
    font-weight: 600;
    padding-block: 1.2rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  tbody tr {
    border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  tbody tr:hover {
    background: ${({ theme }) => theme.colors.primary100};
  }
  .amount {
    text-align: end;
    white-space: nowrap;
  }
  .date,
  .number {
    white-space: nowrap;
  }
  .quiet {
    color: ${({ theme }) => theme.colors.neutral600};
  }
  a {
    color: inherit;
    font-weight: 600;
    text-decoration: none;
    display: inline-block;
    padding-block: 0.8rem;
  }
  a:hover {
    text-decoration: underline;
  }
  @media (min-width: 64.1rem) {
    .actions > * {
      flex-wrap: nowrap;
    }
  }

  @media (max-width: 64rem) {
    thead {
      display: none;
    }
    tbody tr {
      display: grid;
      grid-template: 'patient state' 'number total' 'balance actions' / 1fr auto;
      align-items: center;
      gap: 0.4rem 1.2rem;
      padding: 1.2rem 1.6rem;
    }
    td {
      padding: 0;
    }
    .date,
    .nothing {
      display: none;
    }
    .patient {
      grid-area: patient;
    }
    .state {
      grid-area: state;
      text-align: end;
    }
    .number {
      grid-area: number;
    }
    .total {
      grid-area: total;
    }
    .balance {
      grid-area: balance;
      text-align: start;
    }
    .balance::before {
      content: attr(data-label);
      display: block;
      font-size: 1.2rem;
      color: ${({ theme }) => theme.colors.neutral600};
    }
    .actions {
      grid-area: actions;
    }
  }
`;

interface Properties {
  readonly invoices: readonly InvoiceSummary[];
  readonly onChanged: () => void;
}

export const InvoiceTable = ({ invoices, onChanged }: Properties) => {
  const t = useWords('billing');
  const { money, plainDate } = useFormats();
  const { zone } = useClinic();
  const today = localDate(new Date(), zone);
  return (
    <Table>
      <caption>
        <VisuallyHidden>{t('invoices')}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('column.number')}</th>
          <th scope="col">{t('column.patient')}</th>
          <th scope="col">{t('column.issued')}</th>
          <th scope="col">{t('column.due')}</th>
          <th scope="col">{t('column.state')}</th>
          <th scope="col" className="amount">
            {t('column.total')}
          </th>
          <th scope="col" className="amount">
            {t('column.balance')}
          </th>
          <th scope="col">
            <VisuallyHidden>{t('column.actions')}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {invoices.map((invoice) => {
          const { documentId, number, patient, issuedOn, dueOn, state, currency } = invoice;
          const overdue = invoice.balance > 0 && dueOn !== null && dueOn < today;
          return (
            <tr key={documentId}>
              <td className="number">{number}</td>
              <td className="patient">
                <Link to={`/plugins/access/patients/${patient.documentId}/invoices`}>
                  {patient.lastName} {patient.firstName}
                </Link>
              </td>
              <td className="date">{issuedOn && plainDate(issuedOn)}</td>
              <td className="date">{invoice.balance > 0 && dueOn ? plainDate(dueOn) : ''}</td>
              <td className="state">
                <InvoiceStateBadge state={state} overdue={overdue} />
              </td>
              <td className="amount total">{money(invoice.total, currency)}</td>
              {invoice.balance > 0 ? (
                <td className="amount balance" data-label={t('column.balance')}>
                  <b>{money(invoice.balance, currency)}</b>
                </td>
              ) : (
                <td className="amount nothing">–</td>
              )}
              <td className="actions">
                <InvoiceActions invoice={invoice} onChanged={onChanged} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
};
