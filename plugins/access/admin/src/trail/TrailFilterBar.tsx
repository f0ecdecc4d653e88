import {
  Button,
  Field,
  Searchbar,
  SearchForm,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { useEffect, useState } from 'react';
import { styled } from 'styled-components';
import { useWords } from '../kit/index.ts';
import type { TrailFilters } from './filters.ts';

const Bar = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: end;
  gap: 1.2rem;
  > * {
    flex: 0 1 18rem;
  }
  > :first-child {
    flex: 1 1 26rem;
  }
  > button {
    flex: none;
  }
`;

export const TrailFilterBar = ({ filters }: { filters: TrailFilters }) => {
  const t = useWords('trail');
  const { value, change, clear, any } = filters;
  const asked = value('actor');
  const [typed, setTyped] = useState(asked);
  useEffect(() => {
    if (typed === asked) return;
    const pause = setTimeout(() => change('actor', typed), 250);
    return () => clearTimeout(pause);
  }, [typed, asked, change]);
  return (
    <Bar>
      <SearchForm onSubmit={(event) => event.preventDefault()}>
        <Searchbar
          name="actor"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onClear={() => setTyped('')}
          clearLabel={t('filter.clear')}
          placeholder={t('filter.actor')}
          autoComplete="off"
        >
          {t('filter.actor')}
        </Searchbar>
      </SearchForm>
      <Field.Root name="kind">
        <Field.Label>{t('filter.kind')}</Field.Label>
        <SingleSelect
          value={value('kind')}
          placeholder={t('filter.all')}
          onChange={(kind) => change('kind', String(kind))}
          onClear={() => change('kind', '')}
          clearLabel={t('filter.clear')}
        >
          <SingleSelectOption value="look">{t('kind.look')}</SingleSelectOption>
          <SingleSelectOption value="change">{t('kind.change')}</SingleSelectOption>
        </SingleSelect>
      </Field.Root>
      {(['fromDay', 'toDay'] as const).map((name) => (
        <Field.Root key={name} name={name}>
          <Field.Label>{t(`filter.${name}`)}</Field.Label>
          <Field.Input
            type="date"
            value={value(name)}
            onChange={(event: { currentTarget: { value: string } }) =>
              change(name, event.currentTarget.value)
            }
          />
        </Field.Root>
      ))}
      {any && (
        <Button
          variant="tertiary"
          size="L"
          onClick={() => {
            setTyped('');
            clear();
          }}
        >
          {t('filter.clear-all')}
        </Button>
      )}
    </Bar>
  );
};
