import {
  FilterBar,
  FilterDay,
  FilterSearch,
  FilterSelect,
  type Filters,
  useLoaded,
  useWords,
} from '@enamel/access/admin';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { ResourcesAnswer } from '../../../shared/calendar.ts';
import type { PeopleAnswer } from '../../../shared/people.ts';
import { visitOrders, visitStates } from '../../../shared/visit-list.ts';
import { optionsOf } from '../desk-words/options.ts';

export const filterNames = [
  'search',
  'from',
  'to',
  'practitioner',
  'location',
  'type',
  'state',
  'order',
] as const;

interface Properties {
  readonly filters: Filters<(typeof filterNames)[number]>;
}

export const VisitFilters = ({ filters }: Properties) => {
  const t = useWords('desk');
  const { get } = useFetchClient();
  const read = useCallback(async () => {
    const [resources, people] = await Promise.all([
      get<ResourcesAnswer>('/scheduling/resources'),
      get<PeopleAnswer>('/scheduling/people'),
    ]);
    return { ...resources.data.data, people: people.data.data };
  }, [get]);
  const loaded = useLoaded(read);
  const known =
    loaded.state === 'ready' ? loaded.data : { locations: [], appointmentTypes: [], people: [] };
  const named = (values: readonly string[], prefix: string) =>
    values.map((value) => ({ value, label: t(`${prefix}.${value}`) }));
  return (
    <FilterBar onClear={filters.any ? filters.clear : undefined}>
      <FilterSearch filters={filters} name="search" label={t('visits.search')} />
      <FilterSelect
        filters={filters}
        name="practitioner"
        label={t('practitioner')}
        options={optionsOf(known.people)}
      />
      <FilterDay filters={filters} name="from" label={t('from')} />
      <FilterDay filters={filters} name="to" label={t('until')} />
      {known.locations.length > 1 && (
        <FilterSelect
          filters={filters}
          name="location"
          label={t('location')}
          options={optionsOf(known.locations)}
        />
      )}
      <FilterSelect
        filters={filters}
        name="type"
        label={t('type')}
        options={optionsOf(known.appointmentTypes)}
      />
      <FilterSelect
        filters={filters}
        name="state"
        label={t('state')}
        options={named(visitStates, 'state')}
      />
      <FilterSelect
        filters={filters}
        name="order"
        label={t('order')}
        options={named(visitOrders.slice(1), 'order')}
        usual={t(`order.${visitOrders[0]}`)}
      />
    </FilterBar>
  );
};
