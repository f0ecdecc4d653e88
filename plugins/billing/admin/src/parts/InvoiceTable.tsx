import {
  DataTable,
  folded,
  localDate,
  useClinic,
  useFormats,
  useWords,
} from '@enamel/access/admin';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { InvoiceSummary } from '../../../shared/index.ts';
import { InvoiceActions } from './InvoiceActions.tsx';
import { InvoiceStateBadge } from './InvoiceStateBadge.tsx';

const Table = styled(DataTable)`
  th,
  td {
    padding-inline: 1.2rem;
  }
  .number {
    white-space: nowrap;
  }
  a {
    font-weight: 600;
  }
  @media (min-width: 64.1rem) {
    .actions > * {
      flex-wrap: nowrap;
    }
  }

  @media (max-width: 64rem) {
    ${folded}
    && tr {
      grid-template: 'patient state' 'number total' 'balance actions' / 1fr auto;
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
    <Table
      caption={t('invoices')}
      columns={[
        t('column.number'),
        t('column.patient'),
        t('column.issued'),
        t('column.due'),
        t('column.state'),
        { label: t('column.total'), className: 'amount' },
        { label: t('column.balance'), className: 'amount' },
        { label: t('column.actions'), hidden: true },
      ]}
    >
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
    </Table>
  );
};
