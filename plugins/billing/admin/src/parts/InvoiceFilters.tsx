import {
  FilterBar,
  FilterDay,
  FilterSearch,
  FilterSelect,
  type Filters,
  useWords,
} from '@enamel/access/admin';
import { invoiceStates } from '../../../shared/index.ts';

export const filterNames = ['state', 'from', 'to', 'search'] as const;

interface Properties {
  readonly filters: Filters<(typeof filterNames)[number]>;
}

export const InvoiceFilters = ({ filters }: Properties) => {
  const t = useWords('billing');
  const states = ['outstanding', ...invoiceStates].map((value) => ({
    value,
    label: t(`state.${value}`),
  }));
  return (
    <FilterBar onClear={filters.any ? filters.clear : undefined}>
      <FilterSearch filters={filters} name="search" label={t('filter.search')} />
      <FilterSelect filters={filters} name="state" label={t('column.state')} options={states} />
      <FilterDay filters={filters} name="from" label={t('filter.from')} />
      <FilterDay filters={filters} name="to" label={t('filter.to')} />
    </FilterBar>
  );
};
