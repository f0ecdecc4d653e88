import { DataTable, folded, OpeningRow, useFormats, useWords } from '@enamel/access/admin';
import { Mail, Message } from '@strapi/icons';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { DeliverySummary } from '../../../shared/index.ts';
import { DeliveryBadge } from './DeliveryBadge.tsx';

const Table = styled(DataTable)`
  a {
    font-weight: 600;
  }
  .channel {
    display: flex;
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
    ${folded}
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
  return (
    <Table
      caption={t('messages')}
      columns={[t('patient'), t('message'), t('recipient'), t('planned'), t('filter.state')]}
    >
      {messages.map((message) => {
        const Icon = message.channel === 'email' ? Mail : Message;
        return (
          <OpeningRow key={message.id} to={message.id}>
            <td className="patient">
              <Link to={message.id}>{message.patient?.name ?? t('patient.gone')}</Link>
            </td>
            <td className="wide">{t(`event.${message.event}`)}</td>
            <td className="wide">
              <span className="channel">
                <Icon width={16} height={16} aria-label={t(`channel.${message.channel}`)} />
                <span className={message.recipient ? '' : 'quiet'}>
                  {message.recipient ??
                    (message.elsewhere
                      ? t('elsewhere')
                      : message.reason
                        ? t(`reason.${message.reason}`)
                        : t('recipient.none'))}
                </span>
              </span>
            </td>
            <td className="wide date quiet">{moment(message.createdAt)}</td>
            <td className="state">
              <DeliveryBadge state={message.state} />
            </td>
          </OpeningRow>
        );
      })}
    </Table>
  );
};
