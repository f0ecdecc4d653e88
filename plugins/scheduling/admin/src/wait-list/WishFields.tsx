import { useWords } from '@enamel/access/admin';
import {
  Checkbox,
  Field,
  Flex,
  Grid,
  MultiSelect,
  MultiSelectOption,
  Textarea,
  TimePicker,
  Typography,
} from '@strapi/design-system';
import type { ReactNode } from 'react';
import { weekdayNames } from '../../../shared/wait-list.ts';
import type { DraftFields } from './entry-draft.ts';

/** What would suit: days, hours, people; and how pressing it is. */
export const WishFields = ({ choices, draft, set }: DraftFields) => {
  const t = useWords('waitlist');
  const people = choices.people.filter(
    ({ locations, profession }) =>
      profession !== 'assistant' && (!draft.location || locations.includes(draft.location)),
  );
  const field = (name: string, content: ReactNode, hint?: string) => (
    <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
      <Field.Root name={name} hint={hint}>
        <Field.Label>{t(name)}</Field.Label>
        {content}
        <Field.Hint />
      </Field.Root>
    </Grid.Item>
  );
  const day = (name: 'earliest' | 'latest') =>
    field(
      name,
      <Field.Input
        type="date"
        value={draft[name] ?? ''}
        onChange={(event: { currentTarget: { value: string } }) =>
          set({ [name]: event.currentTarget.value || null })
        }
      />,
    );
  const time = (name: 'timeFrom' | 'timeUntil') =>
    field(
      name,
      <TimePicker
        step={15}
        value={draft[name] ?? ''}
        clearLabel={t('time.clear')}
        onChange={(value) => set({ [name]: value || null })}
        onClear={() => set({ [name]: null })}
      />,
    );
  return (
    <>
      <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
        <Field.Root name="weekdays" hint={t('weekdays.hint')}>
          <Typography tag="legend" variant="pi" fontWeight="bold">
            {t('weekdays')}
          </Typography>
          <Flex gap={4} wrap="wrap" paddingTop={1} paddingBottom={1}>
            {weekdayNames.map((name) => (
              <Checkbox
                key={name}
                name={`weekday-${name}`}
                checked={draft.weekdays.includes(name)}
                onCheckedChange={(checked) =>
                  set({
                    weekdays: weekdayNames.filter((other) =>
                      other === name ? checked === true : draft.weekdays.includes(other),
                    ),
                  })
                }
              >
                {t(`weekday.${name}`)}
              </Checkbox>
            ))}
          </Flex>
          <Field.Hint />
        </Field.Root>
      </fieldset>
      <Grid.Root gap={4}>
        {time('timeFrom')}
        {time('timeUntil')}
        {day('earliest')}
        {day('latest')}
        <Grid.Item col={12} direction="column" alignItems="stretch">
          <Field.Root name="practitioners">
            <Field.Label>{t('practitioners')}</Field.Label>
            <MultiSelect
              placeholder={t('practitioners.any')}
              value={[...draft.practitioners]}
              onChange={(value: string[]) => set({ practitioners: value })}
              withTags
            >
              {people.map(({ documentId, name }) => (
                <MultiSelectOption key={documentId} value={documentId}>
                  {name}
                </MultiSelectOption>
              ))}
            </MultiSelect>
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={12} direction="column" alignItems="stretch">
          <Field.Root name="note">
            <Field.Label>{t('note')}</Field.Label>
            <Textarea
              value={draft.note}
              onChange={(event) => set({ note: event.currentTarget.value })}
            />
          </Field.Root>
        </Grid.Item>
      </Grid.Root>
      <Field.Root name="urgent" hint={t('urgent.hint')}>
        <Checkbox
          checked={draft.urgent}
          onCheckedChange={(checked) => set({ urgent: checked === true })}
        >
          {t('urgent')}
        </Checkbox>
        <Field.Hint />
      </Field.Root>
    </>
  );
};
