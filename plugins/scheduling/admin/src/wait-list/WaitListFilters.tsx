import {
  FilterBar,
  FilterSearch,
  FilterSelect,
  type Filters,
  useWords,
} from '@enamel/access/admin';
import type { WaitListPage } from '../../../shared/wait-list.ts';
import { waitStatuses } from '../../../shared/wait-list.ts';
import { optionsOf } from '../desk-words/options.ts';
import type { Choices } from './choices.ts';

export const filterNames = [
  'search',
  'status',
  'appointmentType',
  'practitioner',
  'location',
  'urgent',
] as const;

interface Properties {
  readonly filters: Filters<(typeof filterNames)[number]>;
  readonly counts: WaitListPage['meta']['statuses'];
  readonly choices: Choices;
}

export const WaitListFilters = ({ filters, counts, choices }: Properties) => {
  const t = useWords('waitlist');
  return (
    <FilterBar onClear={filters.any ? filters.clear : undefined}>
      <FilterSearch filters={filters} name="search" label={t('search')} />
      <FilterSelect
        filters={filters}
        name="status"
        label={t('status')}
        usual={t('status.live')}
        options={[
          ...waitStatuses.map((value) => ({
            value,
            label: `${t(`status.${value}`)} (${counts[value] ?? 0})`,
          })),
          { value: 'all', label: t('status.all') },
        ]}
      />
      <FilterSelect
        filters={filters}
        name="appointmentType"
        label={t('type')}
        options={optionsOf(choices.appointmentTypes)}
      />
      <FilterSelect
        filters={filters}
        name="practitioner"
        label={t('practitioner')}
        options={optionsOf(choices.people)}
      />
      {choices.locations.length > 1 && (
        <FilterSelect
          filters={filters}
          name="location"
          label={t('location')}
          options={optionsOf(choices.locations)}
        />
      )}
      <FilterSelect
        filters={filters}
        name="urgent"
        label={t('urgency')}
        options={[{ value: 'true', label: t('urgent') }]}
      />
    </FilterBar>
  );
};
