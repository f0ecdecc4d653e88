import { useFormats, useWords } from '@enamel/access/admin';
import { VisuallyHidden } from '@strapi/design-system';
import { Mail, Message } from '@strapi/icons';
import { Link, useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';
import type { DeliverySummary } from '../../../shared/index.ts';
import { DeliveryBadge } from './DeliveryBadge.tsx';

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
    padding: 1rem 1.6rem;
    vertical-align: middle;
  }
  th {
    font-size: 1.2rem;
    font-weight: 600;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  tbody tr {
    border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};
    cursor: pointer;
  }
  tbody tr:hover,
  tbody tr:focus-within {
    background: ${({ theme }) => theme.colors.primary100};
  }
  a {
    display: inline-block;
    padding-block: 0.8rem;
    font-weight: 600;
    color: inherit;
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
  }
  .when {
    white-space: nowrap;
  }
  .quiet {
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 1.3rem;
  }
  .channel {
    display: inline-flex;
    align-items: center;
    gap: 0.8rem;
    overflow-wrap: anywhere;
  }
  .channel svg {
    flex: none;
  }
  .channel svg path {
    fill: ${({ theme }) => theme.colors.neutral600};
  }

  @media (max-width: 52rem) {
    thead {
      display: none;
    }
    tbody tr {
      display: grid;
      grid-template-columns: 1fr auto;
      align-items: center;
      gap: 0.2rem 1.2rem;
      padding: 1rem 1.6rem;
    }
    td {
      padding: 0;
    }
    td.wide {
      grid-column: 1 / -1;
    }
    td.state {
      grid-row: 1;
      grid-column: 2;
    }
    td.patient {
      grid-row: 1;
    }
  }
`;

export const MessageTable = ({ messages }: { messages: readonly DeliverySummary[] }) => {
  const t = useWords('reminders');
  const { moment } = useFormats();
  const navigate = useNavigate();
  return (
    <Table>
      <caption>
        <VisuallyHidden>{t('messages')}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('patient')}</th>
          <th scope="col">{t('message')}</th>
          <th scope="col">{t('recipient')}</th>
          <th scope="col">{t('planned')}</th>
          <th scope="col">{t('filter.state')}</th>
        </tr>
      </thead>
      <tbody>
        {messages.map((message) => {
          const Icon = message.channel === 'email' ? Mail : Message;
          return (
            <tr key={message.id} onClick={() => navigate(message.id)}>
              <td className="patient">
                <Link to={message.id} onClick={(event) => event.stopPropagation()}>
                  {message.patient?.name ?? t('patient.gone')}
                </Link>
              </td>
              <td className="wide">{t(`event.${message.event}`)}</td>
              <td className="wide">
                <span className="channel">
                  <Icon width={16} height={16} aria-label={t(`channel.${message.channel}`)} />
                  <span className={message.recipient ? '' : 'quiet'}>
                    {message.recipient ??
                      (message.reason ? t(`reason.${message.reason}`) : t('recipient.none'))}
                  </span>
                </span>
              </td>
              <td className="wide when quiet">{moment(message.createdAt)}</td>
              <td className="state">
                <DeliveryBadge state={message.state} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
};
