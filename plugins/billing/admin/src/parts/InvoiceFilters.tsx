import { useWords } from '@enamel/access/admin';
import {
  Box,
  Field,
  Flex,
  Searchbar,
  SearchForm,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { useEffect, useState } from 'react';
import { styled } from 'styled-components';
import { invoiceStates } from '../../../shared/index.ts';

export const filterNames = ['state', 'from', 'to', 'search'] as const;
export type Filters = Readonly<Partial<Record<(typeof filterNames)[number], string>>>;

/** A browser draws the icon of a date field for the scheme it is told, not for the colours around it. */
const Day = styled(Box)`
  color-scheme: ${({ theme }) =>
    Number.parseInt(theme.colors.neutral0.slice(1, 3), 16) < 128 ? 'dark' : 'light'};
`;

interface Properties {
  readonly filters: Filters;
  readonly onChange: (next: Filters) => void;
}

/** The list's filters; the page keeps them in its address. */
export const InvoiceFilters = ({ filters, onChange }: Properties) => {
  const t = useWords('billing');
  const asked = filters.search ?? '';
  const [typed, setTyped] = useState(asked);
  useEffect(() => {
    if (typed === asked) return;
    const pause = setTimeout(() => onChange({ ...filters, search: typed }), 250);
    return () => clearTimeout(pause);
  }, [typed, asked, filters, onChange]);

  const day = (name: 'from' | 'to') => (
    <Day width="17rem">
      <Field.Root name={name}>
        <Field.Label>{t(`filter.${name}`)}</Field.Label>
        <Field.Input
          type="date"
          value={filters[name] ?? ''}
          onChange={(event: { currentTarget: HTMLInputElement }) =>
            onChange({ ...filters, [name]: event.currentTarget.value })
          }
        />
      </Field.Root>
    </Day>
  );

  return (
    <Flex gap={4} alignItems="flex-end" wrap="wrap">
      <Box flex="1 1 26rem" maxWidth="40rem">
        <SearchForm onSubmit={(event) => event.preventDefault()}>
          <Searchbar
            name="search"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onClear={() => setTyped('')}
            clearLabel={t('filter.clear')}
            placeholder={t('filter.search')}
            autoComplete="off"
          >
            {t('filter.search')}
          </Searchbar>
        </SearchForm>
      </Box>
      <Box width="19rem">
        <Field.Root name="state">
          <Field.Label>{t('column.state')}</Field.Label>
          <SingleSelect
            value={filters.state ?? 'all'}
            onChange={(value) =>
              onChange({ ...filters, state: value === 'all' ? '' : String(value) })
            }
          >
            {['all', 'outstanding', ...invoiceStates].map((state) => (
              <SingleSelectOption key={state} value={state}>
                {t(`state.${state}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      </Box>
      {day('from')}
      {day('to')}
    </Flex>
  );
};
