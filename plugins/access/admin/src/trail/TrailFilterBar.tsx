import {
  FilterBar,
  FilterDay,
  FilterSearch,
  FilterSelect,
  type Filters,
  useWords,
} from '../kit/index.ts';

export const filterNames = [
  'actor',
  'named',
  'kind',
  'subject',
  'fromDay',
  'toDay',
  'patient',
] as const;

const kinds = ['look', 'change', 'access', 'export'];

const subjects = [
  'patient',
  'appointment',
  'treatment',
  'tooth-finding',
  'questionnaire-response',
  'invoice',
  'payment',
  'message',
  'patient-account',
  'staff-account',
  'role',
  'token',
  'audit-entry',
];

interface Properties {
  readonly filters: Filters<(typeof filterNames)[number]>;
}

export const TrailFilterBar = ({ filters }: Properties) => {
  const t = useWords('trail');
  const options = (of: 'kind' | 'subject', values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${of}.${value}`) }));
  return (
    <FilterBar onClear={filters.any ? filters.clear : undefined}>
      <FilterSearch filters={filters} name="actor" label={t('filter.actor')} />
      <FilterSearch filters={filters} name="named" label={t('filter.named')} />
      <FilterSelect
        filters={filters}
        name="kind"
        label={t('filter.kind')}
        options={options('kind', kinds)}
      />
      <FilterSelect
        filters={filters}
        name="subject"
        label={t('filter.subject')}
        options={options('subject', subjects)}
      />
      <FilterDay filters={filters} name="fromDay" label={t('filter.fromDay')} />
      <FilterDay filters={filters} name="toDay" label={t('filter.toDay')} />
    </FilterBar>
  );
};
