import { EmptyState, ProblemMessage, Skeleton, useLoaded, useWords } from '@enamel/access/admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Mail } from '@strapi/icons';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { DeliveryPage } from '../../../shared/index.ts';
import { FilterBar } from './FilterBar.tsx';
import { useFilters } from './filters.ts';
import { MessageTable } from './MessageTable.tsx';

const pageSize = 20;

export const MessagesPage = () => {
  const t = useWords('reminders');
  const { get } = useFetchClient();
  const filters = useFilters();
  const { query, page, change, any } = filters;
  const load = useCallback(
    async () =>
      (await get<DeliveryPage>(`/reminders/deliveries?${query}&pageSize=${pageSize}`)).data,
    [get, query],
  );
  const loaded = useLoaded(load);
  const meta = loaded.state === 'ready' ? loaded.data.meta : undefined;
  const last = Math.max(1, Math.ceil((meta?.total ?? 0) / pageSize));
  return (
    <Page.Main>
      <Page.Title>{t('messages')}</Page.Title>
      <Layouts.Header
        title={t('messages')}
        subtitle={meta ? t('messages.count', { total: meta.total }) : t('messages.hint')}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <FilterBar filters={filters} counts={meta?.states ?? {}} />
          {loaded.state === 'loading' && <Skeleton lines={8} />}
          {loaded.state === 'failed' && (
            <ProblemMessage error={loaded.error} retry={() => void loaded.reload()} />
          )}
          {loaded.state === 'ready' &&
            (loaded.data.data.length > 0 ? (
              <MessageTable messages={loaded.data.data} />
            ) : (
              <EmptyState
                icon={<Mail width="32" height="32" aria-hidden />}
                title={any ? t('none.found') : t('none.yet')}
                hint={any ? t('none.found.hint') : t('none.yet.hint')}
              />
            ))}
          {last > 1 && (
            <Flex tag="nav" aria-label={t('pages')} gap={3} justifyContent="flex-end">
              <Button
                variant="tertiary"
                disabled={page <= 1}
                onClick={() => change({ page: String(page - 1) })}
              >
                {t('pages.back')}
              </Button>
              <Typography textColor="neutral600">{t('pages.where', { page, last })}</Typography>
              <Button
                variant="tertiary"
                disabled={page >= last}
                onClick={() => change({ page: String(page + 1) })}
              >
                {t('pages.next')}
              </Button>
            </Flex>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};
