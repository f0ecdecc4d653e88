import { useFormats, useMay, useWords } from '@enamel/access/admin';
import { Box, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { DeliveryDetail } from '../../../shared/index.ts';
import { DeliveryBadge } from './DeliveryBadge.tsx';
import { MessageStory } from './MessageStory.tsx';

const List = styled.dl`
  display: grid;
  grid-template-columns: max-content minmax(0, 1fr);
  gap: 0.8rem 1.6rem;
  margin: 0;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};
  dt {
    color: ${({ theme }) => theme.colors.neutral600};
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  a {
    color: ${({ theme }) => theme.colors.primary700};
  }
`;

const Card = ({ title, children }: { title: string; children: ReactNode }) => (
  <Box
    tag="section"
    padding={5}
    background="neutral0"
    hasRadius
    borderColor="neutral150"
    borderStyle="solid"
    borderWidth="1px"
  >
    <Typography variant="delta" tag="h2">
      {title}
    </Typography>
    <Box paddingTop={3}>{children}</Box>
  </Box>
);

/** Why it was sent, or was not, in a sentence; then the facts and the story. */
export const MessageFacts = ({ message }: { message: DeliveryDetail }) => {
  const t = useWords('reminders');
  const may = useMay();
  const { moment } = useFormats();
  const { patient } = message;
  const facts: [string, ReactNode][] = [
    [
      t('patient'),
      patient && may('plugin::access.patients.read') ? (
        <Link to={`/plugins/access/patients/${patient.documentId}`}>{patient.name}</Link>
      ) : (
        (patient?.name ?? t('patient.gone'))
      ),
    ],
    [
      t('recipient'),
      message.elsewhere
        ? t('elsewhere')
        : [message.relative, message.recipient].filter(Boolean).join(' · ') || '–',
    ],
    [t('filter.channel'), t(`channel.${message.channel}`)],
    [t('rule'), message.ruleName],
    [t('template'), message.templateKey],
    ...(message.startsAt ? [[t('visit'), moment(message.startsAt)] as [string, ReactNode]] : []),
    [t('attempts'), message.attempts],
  ];
  const why = message.reason ? t(`reason.${message.reason}`) : t(`why.${message.state}`);
  return (
    <>
      <Card title={t('why')}>
        <DeliveryBadge state={message.state} />
        <Box paddingTop={3}>
          <Typography tag="p">{why}</Typography>
        </Box>
        {message.detail && message.state !== 'sent' && (
          <Box paddingTop={2}>
            <Typography tag="p" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
              {`“${message.detail}”`}
            </Typography>
          </Box>
        )}
      </Card>
      <Card title={t('facts')}>
        <List>
          {facts.map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </List>
      </Card>
      <Card title={t('story')}>
        <MessageStory trace={message.trace} />
      </Card>
    </>
  );
};
