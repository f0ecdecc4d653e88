import {
  FilterBar,
  FilterDay,
  FilterSearch,
  FilterSelect,
  type Filters,
  useWords,
} from '@enamel/access/admin';
import { type DeliveryPage, type DeliveryState, deliveryChannels } from '../../../shared/index.ts';

export const filterNames = ['state', 'channel', 'from', 'to', 'patient', 'search'] as const;

const states = ['waiting', 'sent', 'unconfirmed', 'kept', 'skipped', 'failed'] as const;
const waiting: DeliveryState[] = ['queued', 'leased', 'handing-over'];

interface Properties {
  readonly filters: Filters<(typeof filterNames)[number]>;
  readonly counts: DeliveryPage['meta']['states'];
}

export const MessageFilters = ({ filters, counts }: Properties) => {
  const t = useWords('reminders');
  const count = (state: (typeof states)[number]) =>
    (state === 'waiting' ? waiting : [state]).reduce((sum, name) => sum + (counts[name] ?? 0), 0);
  return (
    <FilterBar onClear={filters.any ? filters.clear : undefined}>
      <FilterSearch filters={filters} name="search" label={t('search')} />
      <FilterSelect
        filters={filters}
        name="state"
        label={t('filter.state')}
        options={states.map((value) => ({
          value,
          label: `${t(`state.${value}`)} (${count(value)})`,
        }))}
      />
      <FilterSelect
        filters={filters}
        name="channel"
        label={t('filter.channel')}
        options={deliveryChannels.map((value) => ({ value, label: t(`channel.${value}`) }))}
      />
      <FilterDay filters={filters} name="from" label={t('filter.from')} />
      <FilterDay filters={filters} name="to" label={t('filter.to')} />
    </FilterBar>
  );
};
