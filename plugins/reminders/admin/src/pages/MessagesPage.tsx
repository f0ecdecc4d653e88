import { ListPage, useFilters, useLoaded, useWords } from '@enamel/access/admin';
import { Mail } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { DeliveryPage } from '../../../shared/index.ts';
import { filterNames, MessageFilters } from './MessageFilters.tsx';
import { MessageTable } from './MessageTable.tsx';

const pageSize = 20;

export const MessagesPage = () => {
  const t = useWords('reminders');
  const { get } = useFetchClient();
  const filters = useFilters(filterNames);
  const { query, page, change, any } = filters;
  const load = useCallback(
    async () =>
      (await get<DeliveryPage>(`/reminders/deliveries?${query}&pageSize=${pageSize}`)).data,
    [get, query],
  );
  const loaded = useLoaded(load);
  const meta = loaded.state === 'ready' ? loaded.data.meta : undefined;
  return (
    <ListPage
      title={t('messages')}
      subtitle={meta ? t('messages.count', { total: meta.total }) : t('messages.hint')}
      above={<MessageFilters filters={filters} counts={meta?.states ?? {}} />}
      loaded={loaded}
      page={page}
      pageSize={pageSize}
      turnTo={(next) => change('page', String(next))}
      empty={{
        icon: <Mail width="32" height="32" aria-hidden />,
        title: any ? t('none.found') : t('none.yet'),
        hint: any ? t('none.found.hint') : t('none.yet.hint'),
      }}
    >
      {(messages) => <MessageTable messages={messages} />}
    </ListPage>
  );
};
