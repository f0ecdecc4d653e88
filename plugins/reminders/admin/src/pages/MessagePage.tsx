import { ProblemMessage, Skeleton, useLoaded, useMay, useWords } from '@enamel/access/admin';
import { Flex } from '@strapi/design-system';
import { BackButton, Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import { styled } from 'styled-components';
import type { DeliveryDetail } from '../../../shared/index.ts';
import { MessageFacts } from './MessageFacts.tsx';
import { MessagePreview } from './MessagePreview.tsx';
import { SendAgain } from './SendAgain.tsx';

const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr) minmax(26rem, 36rem);
  gap: 2.4rem;
  align-items: start;
  @media (max-width: 64rem) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

const onItsWay = new Set(['queued', 'leased', 'handing-over']);

export const MessagePage = () => {
  const t = useWords('reminders');
  const { id = '' } = useParams();
  const { get } = useFetchClient();
  const may = useMay();
  const load = useCallback(
    async () => (await get<{ data: DeliveryDetail }>(`/reminders/deliveries/${id}`)).data.data,
    [get, id],
  );
  const loaded = useLoaded(load);
  if (loaded.state !== 'ready')
    return (
      <Page.Main>
        <Page.Title>{t('message')}</Page.Title>
        <Layouts.Header title={t('message')} navigationAction={<BackButton />} />
        <Layouts.Content>
          {loaded.state === 'loading' ? (
            <Skeleton lines={8} />
          ) : (
            <ProblemMessage error={loaded.error} retry={() => void loaded.reload()} />
          )}
        </Layouts.Content>
      </Page.Main>
    );
  const message = loaded.data;
  const title = message.subject ?? t(`event.${message.event}`);
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={message.patient?.name ?? ''}
        navigationAction={<BackButton />}
        primaryAction={
          may('plugin::reminders.outbox.send') && !onItsWay.has(message.state) ? (
            <SendAgain message={message} done={loaded.reload} />
          ) : undefined
        }
      />
      <Layouts.Content>
        <Columns>
          <MessagePreview message={message} />
          <Flex direction="column" alignItems="stretch" gap={4}>
            <MessageFacts message={message} />
          </Flex>
        </Columns>
      </Layouts.Content>
    </Page.Main>
  );
};
