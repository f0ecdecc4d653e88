import {
  EmptyState,
  FilterBar,
  FilterDay,
  FilterSelect,
  ProblemMessage,
  Skeleton,
  useFilters,
  useLoaded,
  useWords,
} from '@enamel/access/admin';
import { Box, Field } from '@strapi/design-system';
import { Question } from '@strapi/icons';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { ResourcesAnswer } from '../../../shared/calendar.ts';
import type { ExplainAnswer } from '../../../shared/explain.ts';
import type { PeopleAnswer } from '../../../shared/people.ts';
import { instantOf } from '../calendar/zoned.ts';
import { Reasons } from './Reasons.tsx';

const options = (list: readonly { readonly documentId: string; readonly name: string }[]) =>
  list.map(({ documentId, name }) => ({ value: documentId, label: name }));

/** Why a time is not offered: every rule that removes it, by person, each with the record that causes it. */
export const WhyNot = () => {
  const t = useWords('desk');
  const { get } = useFetchClient();
  const filters = useFilters(['type', 'location', 'practitioner', 'date', 'time']);
  const { type, location: asked, practitioner, date, time } = filters.values;
  const readChoices = useCallback(async () => {
    const [resources, people] = await Promise.all([
      get<ResourcesAnswer>('/scheduling/resources'),
      get<PeopleAnswer>('/scheduling/people'),
    ]);
    return { ...resources.data.data, people: people.data.data };
  }, [get]);
  const choices = useLoaded(readChoices);
  const known =
    choices.state === 'ready' ? choices.data : { locations: [], appointmentTypes: [], people: [] };
  const only = known.locations.length === 1 ? known.locations[0] : undefined;
  const place = known.locations.find(({ documentId }) => documentId === asked) ?? only;
  const location = place?.documentId;
  const zone = place?.zone;
  const read = useCallback(async () => {
    if (!type || !location || !zone || !date || !time) return undefined;
    const query = new URLSearchParams({
      appointmentType: type,
      location,
      at: instantOf(`${date}T${time}`, zone),
      ...(practitioner ? { practitioner } : {}),
    });
    return (await get<ExplainAnswer>(`/scheduling/explain?${query}`)).data.data;
  }, [get, type, location, zone, date, time, practitioner]);
  const answer = useLoaded(read);
  return (
    <Page.Main>
      <Page.Title>{t('why')}</Page.Title>
      <Layouts.Header title={t('why')} subtitle={t('why.hint')} />
      <Layouts.Content>
        <FilterBar onClear={filters.any ? filters.clear : undefined}>
          <FilterSelect
            filters={filters}
            name="type"
            label={t('type')}
            usual={t('choose')}
            options={options(known.appointmentTypes)}
          />
          {!only && (
            <FilterSelect
              filters={filters}
              name="location"
              label={t('location')}
              usual={t('choose')}
              options={options(known.locations)}
            />
          )}
          <FilterSelect
            filters={filters}
            name="practitioner"
            label={t('practitioner')}
            usual={t('everyone')}
            options={options(
              known.people.filter(({ locations }) => !location || locations.includes(location)),
            )}
          />
          <FilterDay filters={filters} name="date" label={t('date')} />
          <Field.Root name="time">
            <Field.Label>{t('time')}</Field.Label>
            <Field.Input
              type="time"
              value={time}
              onChange={(event: { currentTarget: { value: string } }) =>
                filters.change('time', event.currentTarget.value)
              }
            />
          </Field.Root>
        </FilterBar>
        {(choices.state === 'loading' || answer.state === 'loading') && <Skeleton lines={4} />}
        {choices.state === 'failed' && (
          <ProblemMessage error={choices.error} retry={() => void choices.reload()} />
        )}
        {answer.state === 'failed' && (
          <ProblemMessage error={answer.error} retry={() => void answer.reload()} />
        )}
        {answer.state === 'ready' && !answer.data && choices.state === 'ready' && (
          <Box paddingTop={6}>
            <EmptyState
              icon={<Question width="32" height="32" aria-hidden />}
              title={t('why.start')}
              hint={t('why.start.hint')}
            />
          </Box>
        )}
        {answer.state === 'ready' && answer.data && <Reasons answer={answer.data} type={type} />}
      </Layouts.Content>
    </Page.Main>
  );
};
