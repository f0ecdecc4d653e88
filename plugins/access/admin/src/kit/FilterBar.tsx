import {
  Button,
  Field,
  Searchbar,
  SearchForm,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { styled } from 'styled-components';
import type { Filters } from './filters.ts';
import { useWords } from './translations.ts';

const Bar = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: end;
  gap: 1.2rem;
  > * {
    flex: 0 1 15rem;
  }
  > form {
    flex: 1 1 22rem;
    max-width: 56rem;
  }
  /* Strapi's three kinds of field are each a little taller than the other. */
  [role='combobox'] {
    height: 4.4rem;
    min-height: 0;
    padding-block: 0;
  }
  input {
    height: 4.2rem;
    padding-block: 0;
  }
  form input {
    height: 4rem;
  }
  button {
    min-width: 2.4rem;
    min-height: 2.4rem;
  }
  > button {
    flex: none;
    height: 4.4rem;
  }
  /* A browser draws the icon of a date or time field for the scheme it is told, not for the colours around it. */
  input[type='date'],
  input[type='time'] {
    color-scheme: ${({ theme }) =>
      Number.parseInt(theme.colors.neutral0.slice(1, 3), 16) < 128 ? 'dark' : 'light'};
  }
  @media (max-width: 34rem) {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    > form,
    > button,
    > :nth-child(2):has(+ * [type='date']) {
      grid-column: 1 / -1;
    }
  }
`;

interface BarProperties {
  readonly children: ReactNode;
  /** Offers to clear what was chosen. */
  readonly onClear?: (() => void) | undefined;
}

export const FilterBar = ({ children, onClear }: BarProperties) => {
  const t = useWords('access');
  return (
    <Bar>
      {children}
      {onClear && (
        <Button variant="tertiary" size="L" onClick={onClear}>
          {t('filter.clear-all')}
        </Button>
      )}
    </Bar>
  );
};

interface Properties<Name extends string> {
  readonly filters: Filters<Name>;
  readonly name: Name;
  readonly label: string;
}

/** Searches while one types, a quarter of a second after the last key. */
export const FilterSearch = <Name extends string>({ filters, name, label }: Properties<Name>) => {
  const t = useWords('access');
  const { values, change } = filters;
  const asked = values[name];
  const [typed, setTyped] = useState(asked);
  const last = useRef(asked);
  useEffect(() => {
    if (asked === last.current) return;
    last.current = asked;
    setTyped(asked);
  }, [asked]);
  useEffect(() => {
    if (typed === last.current) return;
    const pause = setTimeout(() => {
      last.current = typed;
      change(name, typed);
    }, 250);
    return () => clearTimeout(pause);
  }, [typed, name, change]);
  return (
    <SearchForm aria-label={label} onSubmit={(event) => event.preventDefault()}>
      <Searchbar
        name={name}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onClear={() => setTyped('')}
        clearLabel={t('search.clear')}
        placeholder={label}
        autoComplete="off"
      >
        {label}
      </Searchbar>
    </SearchForm>
  );
};

interface SelectProperties<Name extends string> extends Properties<Name> {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What holds when nothing is chosen; all when not given. */
  readonly usual?: string;
}

export const FilterSelect = <Name extends string>({
  filters,
  name,
  label,
  options,
  usual,
}: SelectProperties<Name>) => {
  const t = useWords('access');
  const choose = (value: string) => filters.change(name, value);
  return (
    <Field.Root name={name}>
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        value={filters.values[name]}
        placeholder={usual ?? t('filter.all')}
        onChange={(value) => choose(String(value))}
        onClear={() => choose('')}
        clearLabel={t('filter.clear')}
      >
        {options.map(({ value, label: text }) => (
          <SingleSelectOption key={value} value={value}>
            {text}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
};

export const FilterDay = <Name extends string>({ filters, name, label }: Properties<Name>) => (
  <Field.Root name={name}>
    <Field.Label>{label}</Field.Label>
    <Field.Input
      type="date"
      value={filters.values[name]}
      onChange={(event: { currentTarget: { value: string } }) =>
        filters.change(name, event.currentTarget.value)
      }
    />
  </Field.Root>
);
