import { useWords } from '@enamel/access/admin';
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
import { type DeliveryPage, type DeliveryState, deliveryChannels } from '../../../shared/index.ts';
import type { Filters } from './filters.ts';

const Bar = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: end;
  gap: 1.2rem;
  > * {
    flex: 0 1 17rem;
  }
  > :first-child {
    flex: 1 1 26rem;
  }
  > button {
    flex: none;
  }
  @media (max-width: 34rem) {
    > * {
      flex: 1 1 12rem;
    }
    > :first-child {
      flex-basis: 100%;
    }
  }
`;

const states = ['waiting', 'sent', 'unconfirmed', 'kept', 'skipped', 'failed'] as const;
const waiting: DeliveryState[] = ['queued', 'leased', 'handing-over'];

interface Properties {
  readonly filters: Filters;
  readonly counts: DeliveryPage['meta']['states'];
}

export const FilterBar = ({ filters, counts }: Properties) => {
  const t = useWords('reminders');
  const { values, change, clear, any } = filters;
  const [typed, setTyped] = useState(values.search);
  useEffect(() => {
    if (typed === values.search) return;
    const pause = setTimeout(() => change({ search: typed }), 250);
    return () => clearTimeout(pause);
  }, [typed, values.search, change]);
  const count = (state: (typeof states)[number]) =>
    (state === 'waiting' ? waiting : [state]).reduce((sum, name) => sum + (counts[name] ?? 0), 0);
  return (
    <Bar>
      <SearchForm onSubmit={(event) => event.preventDefault()}>
        <Searchbar
          name="search"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onClear={() => setTyped('')}
          clearLabel={t('search.clear')}
          placeholder={t('search')}
          autoComplete="off"
        >
          {t('search')}
        </Searchbar>
      </SearchForm>
      <Field.Root name="state">
        <Field.Label>{t('filter.state')}</Field.Label>
        <SingleSelect
          size="S"
          value={values.state}
          placeholder={t('filter.all')}
          onChange={(state) => change({ state: String(state) })}
          onClear={() => change({ state: '' })}
          clearLabel={t('filter.clear')}
        >
          {states.map((state) => (
            <SingleSelectOption key={state} value={state}>
              {`${t(`state.${state}`)} (${count(state)})`}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root name="channel">
        <Field.Label>{t('filter.channel')}</Field.Label>
        <SingleSelect
          size="S"
          value={values.channel}
          placeholder={t('filter.all')}
          onChange={(channel) => change({ channel: String(channel) })}
          onClear={() => change({ channel: '' })}
          clearLabel={t('filter.clear')}
        >
          {deliveryChannels.map((channel) => (
            <SingleSelectOption key={channel} value={channel}>
              {t(`channel.${channel}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      {(['from', 'to'] as const).map((end) => (
        <Field.Root key={end} name={end}>
          <Field.Label>{t(`filter.${end}`)}</Field.Label>
          <Field.Input
            type="date"
            size="S"
            value={values[end]}
            onChange={(event: { currentTarget: { value: string } }) =>
              change({ [end]: event.currentTarget.value })
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
