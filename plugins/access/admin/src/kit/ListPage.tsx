import { Button, Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { EmptyState } from './EmptyState.tsx';
import type { Loaded } from './loading.ts';
import { ProblemMessage } from './problems.tsx';
import { Skeleton } from './Skeleton.tsx';
import { useWords } from './translations.ts';

/** Rows of one page, and how many there are on all. */
interface Answer {
  readonly data: readonly unknown[];
  readonly meta: { readonly total: number };
}

interface Properties<A extends Answer> {
  readonly title: string;
  readonly subtitle: string;
  readonly action?: ReactNode;
  /** Filters and figures, above the list. */
  readonly above?: ReactNode;
  readonly loaded: Loaded<A> & { readonly reload: () => Promise<void> };
  readonly page: number;
  readonly pageSize: number;
  readonly turnTo: (page: number) => void;
  /** What is said when there is no row. */
  readonly empty: { readonly icon: ReactNode; readonly title: string; readonly hint: string };
  readonly children: (rows: A['data']) => ReactNode;
}

/** A page with one list, in every state it can be in: loading, failed, empty, some rows, many pages. */
export const ListPage = <A extends Answer>(properties: Properties<A>) => {
  const { title, subtitle, action, above, loaded, page, pageSize, turnTo, empty } = properties;
  const t = useWords('access');
  const total = loaded.state === 'ready' ? loaded.data.meta.total : 0;
  const last = Math.max(1, Math.ceil(total / pageSize));
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header title={title} subtitle={subtitle} primaryAction={action} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {above}
          {loaded.state === 'loading' && <Skeleton lines={8} />}
          {loaded.state === 'failed' && (
            <ProblemMessage error={loaded.error} retry={() => void loaded.reload()} />
          )}
          {loaded.state === 'ready' &&
            (loaded.data.data.length > 0 ? (
              properties.children(loaded.data.data)
            ) : (
              <EmptyState {...empty} />
            ))}
          {last > 1 && (
            <Flex tag="nav" aria-label={t('pages')} gap={3} justifyContent="flex-end">
              <Button variant="tertiary" disabled={page <= 1} onClick={() => turnTo(page - 1)}>
                {t('pages.back')}
              </Button>
              <Typography textColor="neutral600">{t('pages.where', { page, last })}</Typography>
              <Button variant="tertiary" disabled={page >= last} onClick={() => turnTo(page + 1)}>
                {t('pages.next')}
              </Button>
            </Flex>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};
