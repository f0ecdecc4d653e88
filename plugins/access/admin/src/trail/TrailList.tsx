import { Button, Flex } from '@strapi/design-system';
import { Download, Eye } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import type { EntriesPage } from '../../../../audit/shared/index.ts';
import {
  EmptyState,
  ProblemMessage,
  Skeleton,
  useLoaded,
  useNotifyProblem,
  useWords,
} from '../kit/index.ts';
import { useLines } from './entries.ts';
import { useSave } from './save.ts';
import { TrailTable } from './TrailTable.tsx';

/** The entries that `query` asks for, newest first, older ones at the press of a button, all as CSV. Key it by `query`. */
export const TrailList = ({ query, about }: { query: string; about: boolean }) => {
  const t = useWords('trail');
  const { get } = useFetchClient();
  const notify = useNotifyProblem();
  const toLines = useLines();
  const save = useSave();
  const [older, setOlder] = useState<readonly EntriesPage[]>([]);
  const [busy, setBusy] = useState(false);
  const read = useCallback(
    async (before: string | null, limit: number) => {
      const page = new URLSearchParams(query);
      page.set('limit', String(limit));
      if (before) page.set('before', before);
      return (await get<EntriesPage>(`/audit/entries?${page}`)).data;
    },
    [get, query],
  );
  const load = useCallback(() => read(null, 50), [read]);
  const loaded = useLoaded(load);

  if (loaded.state === 'loading') return <Skeleton lines={8} />;
  if (loaded.state === 'failed')
    return <ProblemMessage error={loaded.error} retry={() => void loaded.reload()} />;
  const pages = [loaded.data, ...older];
  const before = pages.at(-1)?.meta.before ?? null;
  const lines = pages.flatMap(({ data, meta }) => toLines(data, meta.names));
  if (lines.length === 0)
    return (
      <EmptyState
        icon={<Eye width="32" height="32" aria-hidden />}
        title={t('none')}
        hint={t('none.hint')}
      />
    );

  const working = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      notify(error);
    } finally {
      setBusy(false);
    }
  };
  const more = () =>
    working(async () => {
      const next = await read(before, 50);
      setOlder((known) => [...known, next]);
    });
  const download = () => working(() => save(`/audit/entries.csv?${query}`, 'audit-trail.csv'));

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <TrailTable lines={lines} about={about} />
      <Flex gap={3} justifyContent="space-between">
        <Button
          variant="tertiary"
          startIcon={<Download />}
          loading={busy}
          onClick={() => void download()}
        >
          {t('csv')}
        </Button>
        {before && (
          <Button variant="secondary" loading={busy} onClick={() => void more()}>
            {t('more')}
          </Button>
        )}
      </Flex>
    </Flex>
  );
};
