import {
  FilterBar,
  ProblemMessage,
  Skeleton,
  useFormats,
  useLoaded,
  useWords,
} from '@enamel/access/admin';
import { Button, Field, Flex, Link, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { createPortal } from 'react-dom';
import { NavLink, useSearchParams } from 'react-router-dom';
import type { DayAnswer } from '../../../shared/day.ts';
import type { PeopleAnswer } from '../../../shared/people.ts';
import { permissions } from '../../../shared/permissions.ts';
import { addDays } from '../calendar/zoned.ts';
import { OnlyThisIsPrinted, Paper, Preview } from './Paper.ts';
import { Sheets } from './Sheets.tsx';

const all = 'all';

/** A day on paper: look at it first, then print. */
const DaySheet = () => {
  const t = useWords('desk');
  const { longDay } = useFormats();
  const { get } = useFetchClient();
  const [address, setAddress] = useSearchParams();
  const [date, location, who] = ['date', 'location', 'who'].map((name) => address.get(name) ?? '');
  const load = useCallback(async () => {
    const query = new URLSearchParams({
      date: date ?? '',
      location: location ?? '',
      who: who ?? '',
    });
    const [sheet, people] = await Promise.all([
      get<DayAnswer>(`/scheduling/day-sheet?${query}`),
      get<PeopleAnswer>('/scheduling/people'),
    ]);
    const day = sheet.data.data;
    return {
      day,
      people: people.data.data.filter(({ locations }) =>
        locations.includes(day.location.documentId),
      ),
    };
  }, [get, date, location, who]);
  const loaded = useLoaded(load);
  const { day, people } = loaded.state === 'ready' ? loaded.data : { day: undefined, people: [] };
  const go = (change: Record<string, string>) =>
    setAddress(
      (old) => {
        const next = new URLSearchParams(old);
        for (const [name, value] of Object.entries(change))
          if (value) next.set(name, value);
          else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const title = day ? longDay(`${day.date}T12:00:00Z`, 'UTC') : t('sheet');
  return (
    <Page.Main>
      <Page.Title>{`${t('sheet')} · ${title}`}</Page.Title>
      <Layouts.Header
        title={t('sheet')}
        subtitle={day ? `${title} · ${day.location.name}` : t('sheet.hint')}
        navigationAction={
          day && (
            <Link
              tag={NavLink}
              to={`/plugins/scheduling/calendar?date=${day.date}&location=${day.location.documentId}`}
              startIcon={<ArrowLeft />}
            >
              {t('calendar.open')}
            </Link>
          )
        }
        primaryAction={
          <Button disabled={!day?.visits.length} onClick={() => window.print()}>
            {t('sheet.print')}
          </Button>
        }
      />
      <Layouts.Content>
        {loaded.state === 'loading' && <Skeleton lines={8} />}
        {loaded.state === 'failed' && (
          <ProblemMessage error={loaded.error} retry={() => void loaded.reload()} />
        )}
        {day && (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <FilterBar>
              <Field.Root name="date">
                <Field.Label>{t('date')}</Field.Label>
                <Field.Input
                  type="date"
                  value={day.date}
                  onChange={(event: { currentTarget: { value: string } }) =>
                    event.currentTarget.value && go({ date: event.currentTarget.value })
                  }
                />
              </Field.Root>
              <Button
                size="L"
                variant="tertiary"
                onClick={() => go({ date: addDays(day.date, 1) })}
              >
                {t('sheet.next')}
              </Button>
              <Field.Root name="who">
                <Field.Label>{t('practitioner')}</Field.Label>
                <SingleSelect
                  value={who || all}
                  onChange={(value) => go({ who: value === all ? '' : String(value) })}
                >
                  <SingleSelectOption value={all}>{t('everyone')}</SingleSelectOption>
                  {people.map(({ documentId, name }) => (
                    <SingleSelectOption key={documentId} value={documentId}>
                      {name}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Field.Root>
            </FilterBar>
            <Preview role="region" aria-label={t('sheet')} tabIndex={0}>
              <Sheets day={day} />
            </Preview>
            <OnlyThisIsPrinted />
            {createPortal(
              <Paper data-paper aria-hidden>
                <Sheets day={day} />
              </Paper>,
              document.body,
            )}
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
};

const DaySheetPage = () => (
  <Page.Protect permissions={[{ action: permissions.read, subject: null }] as never}>
    <DaySheet />
  </Page.Protect>
);

export default DaySheetPage;
