import { useWords } from '@enamel/access/admin';
import {
  Checkbox,
  Field,
  Grid,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import type { Repeat } from '../../../../shared/series.ts';
import type { Repeating } from './useRepeating.ts';

const rhythms = ['day', 'week', 'month'] as const;
const usual: Repeat = { every: 'week', interval: 1, count: 4 };

/** Whether a visit repeats, how often and how many times. */
export const RepeatFields = ({ repeating: { repeat, setRepeat } }: { repeating: Repeating }) => {
  const t = useWords('scheduling');
  const set = (change: Partial<Repeat>) => setRepeat({ ...usual, ...repeat, ...change });
  const number = (name: 'interval' | 'count') => (
    <Grid.Item col={4} xs={12} direction="column" alignItems="stretch">
      <Field.Root name={name}>
        <Field.Label>{t(`repeat.${name}`)}</Field.Label>
        <NumberInput
          value={repeat?.[name] ?? 1}
          onValueChange={(value) => set({ [name]: value ?? 1 })}
        />
      </Field.Root>
    </Grid.Item>
  );
  return (
    <>
      <Checkbox
        checked={repeat !== undefined}
        onCheckedChange={(checked) => setRepeat(checked === true ? usual : undefined)}
      >
        {t('repeat')}
      </Checkbox>
      {repeat && (
        <Grid.Root gap={4}>
          {number('interval')}
          <Grid.Item col={4} xs={12} direction="column" alignItems="stretch">
            <Field.Root name="every">
              <Field.Label>{t('repeat.every')}</Field.Label>
              <SingleSelect
                value={repeat.every}
                onChange={(value) => set({ every: value as Repeat['every'] })}
              >
                {rhythms.map((every) => (
                  <SingleSelectOption key={every} value={every}>
                    {t(`repeat.${every}`)}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
          </Grid.Item>
          {number('count')}
        </Grid.Root>
      )}
    </>
  );
};
