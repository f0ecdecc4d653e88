import {
  FilterBar,
  FilterDay,
  FilterSearch,
  FilterSelect,
  type Filters,
  useWords,
} from '../kit/index.ts';

export const filterNames = ['actor', 'kind', 'fromDay', 'toDay', 'patient'] as const;

interface Properties {
  readonly filters: Filters<(typeof filterNames)[number]>;
}

export const TrailFilterBar = ({ filters }: Properties) => {
  const t = useWords('trail');
  const kinds = ['look', 'change'].map((value) => ({ value, label: t(`kind.${value}`) }));
  return (
    <FilterBar onClear={filters.any ? filters.clear : undefined}>
      <FilterSearch filters={filters} name="actor" label={t('filter.actor')} />
      <FilterSelect filters={filters} name="kind" label={t('filter.kind')} options={kinds} />
      <FilterDay filters={filters} name="fromDay" label={t('filter.fromDay')} />
      <FilterDay filters={filters} name="toDay" label={t('filter.toDay')} />
    </FilterBar>
  );
};
