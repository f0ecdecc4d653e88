import { CsvButton, ListPage, useFilters, useLoaded, useWords } from '@enamel/access/admin';
import { Button, Flex } from '@strapi/design-system';
import { ClockCounterClockwise, Plus } from '@strapi/icons';
import { useCallback, useState } from 'react';
import { CloseDialog } from './CloseDialog.tsx';
import { noChoices } from './choices.ts';
import { EntryDialog } from './EntryDialog.tsx';
import { OfferMode } from './OfferMode.tsx';
import { Tabs } from './Tabs.tsx';
import { TimesDialog } from './TimesDialog.tsx';
import { useWaitList } from './useWaitList.ts';
import { filterNames, WaitListFilters } from './WaitListFilters.tsx';
import { type Opened, WaitListTable } from './WaitListTable.tsx';

const pageSize = 20;

export const WaitListPage = () => {
  const t = useWords('waitlist');
  const waitList = useWaitList();
  const filters = useFilters(filterNames);
  const { query, page, change, any } = filters;
  const [opened, setOpened] = useState<Opened | 'add'>();
  const loaded = useLoaded(
    useCallback(() => waitList.page(`${query}&pageSize=${pageSize}`), [waitList, query]),
  );
  const known = useLoaded(waitList.choices);
  const choices = known.state === 'ready' ? known.data : noChoices;
  const meta = loaded.state === 'ready' ? loaded.data.meta : undefined;
  const close = (changed = false) => {
    setOpened(undefined);
    if (changed) void loaded.reload();
  };
  return (
    <>
      <ListPage
        title={t('title')}
        subtitle={meta ? t('count', { count: meta.total }) : t('title')}
        action={
          <Flex gap={2} wrap="wrap">
            <CsvButton
              path={`/scheduling/wait-list/csv?${query}`}
              file={t('file')}
              disabled={!meta?.total}
            />
            <Button startIcon={<Plus aria-hidden />} onClick={() => setOpened('add')}>
              {t('add')}
            </Button>
          </Flex>
        }
        above={
          <>
            <Tabs />
            {meta && <OfferMode settings={meta.offers} onChanged={() => void loaded.reload()} />}
            <WaitListFilters filters={filters} counts={meta?.statuses ?? {}} choices={choices} />
          </>
        }
        loaded={loaded}
        page={page}
        pageSize={pageSize}
        turnTo={(next) => change('page', String(next))}
        empty={{
          icon: <ClockCounterClockwise width="32" height="32" aria-hidden />,
          title: t(any ? 'none' : 'empty'),
          hint: t(any ? 'none.hint' : 'empty.hint'),
        }}
      >
        {(entries) => (
          <WaitListTable
            entries={entries}
            onOpen={setOpened}
            onChanged={() => void loaded.reload()}
          />
        )}
      </ListPage>
      {opened === 'add' && <EntryDialog choices={choices} onClose={close} />}
      {opened !== 'add' && opened?.what === 'edit' && (
        <EntryDialog choices={choices} entry={opened.entry} onClose={close} />
      )}
      {opened !== 'add' && opened?.what === 'times' && (
        <TimesDialog entry={opened.entry} onClose={close} />
      )}
      {opened !== 'add' && opened?.what === 'close' && (
        <CloseDialog entry={opened.entry} onClose={close} />
      )}
    </>
  );
};
