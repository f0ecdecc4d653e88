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
import { Cell } from './Cell.tsx';
import type { Repeating } from './useRepeating.ts';

const rhythms = ['day', 'week', 'month'] as const;
const ends = ['count', 'until'] as const;
const usual: Repeat = { every: 'week', interval: 1, count: 4 };

/** Whether a visit repeats, how often, and until when or how many times. */
export const RepeatFields = ({ repeating }: { repeating: Repeating }) => {
  const { repeat, setRepeat, lacksEnd } = repeating;
  const t = useWords('scheduling');
  const set = (change: Partial<Repeat>) => setRepeat({ ...usual, ...repeat, ...change });
  const number = (name: 'interval' | 'count') => (
    <Cell name={name} label={t(`repeat.${name}`)} width={3} needed={false}>
      <NumberInput
        value={repeat?.[name] ?? 1}
        onValueChange={(value) => set({ [name]: value ?? 1 })}
      />
    </Cell>
  );
  const choice = <Value extends string>(
    name: string,
    value: Value,
    values: readonly Value[],
    choose: (value: Value) => void,
  ) => (
    <Cell name={name} label={t(`repeat.${name}`)} width={3} needed={false}>
      <SingleSelect value={value} onChange={(chosen) => choose(chosen as Value)}>
        {values.map((each) => (
          <SingleSelectOption key={each} value={each}>
            {t(`repeat.${name}.${each}`)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Cell>
  );
  const until = repeat?.until !== undefined;
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
          {choice('every', repeat.every, rhythms, (every) => set({ every }))}
          {choice('ends', until ? 'until' : 'count', ends, (end) =>
            set(
              end === 'until'
                ? { until: '', count: undefined }
                : { until: undefined, count: usual.count },
            ),
          )}
          {until ? (
            <Cell name="until" label={t('repeat.until')} width={3} missing={lacksEnd}>
              <Field.Input
                type="date"
                value={repeat.until}
                onChange={(event: { currentTarget: { value: string } }) =>
                  set({ until: event.currentTarget.value })
                }
              />
            </Cell>
          ) : (
            number('count')
          )}
        </Grid.Root>
      )}
    </>
  );
};
