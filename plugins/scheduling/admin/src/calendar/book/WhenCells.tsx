import { useWords } from '@enamel/access/admin';
import { Field, TimePicker } from '@strapi/design-system';
import { Cell } from './Cell.tsx';

interface Properties {
  /** `YYYY-MM-DD` and `HH:mm` of the location's clock. */
  readonly date: string;
  readonly time: string;
  readonly width: number;
  readonly missing: readonly string[];
  readonly timeNeeded?: boolean;
  readonly set: (change: { readonly date: string } | { readonly time: string }) => void;
}

export const WhenCells = ({ date, time, width, missing, timeNeeded = true, set }: Properties) => {
  const t = useWords('scheduling');
  return (
    <>
      <Cell name="date" label={t('date')} width={width} missing={missing.includes('date')}>
        <Field.Input
          type="date"
          value={date}
          onChange={(event: { currentTarget: { value: string } }) =>
            set({ date: event.currentTarget.value })
          }
        />
      </Cell>
      <Cell
        name="time"
        label={t('time')}
        width={width}
        missing={missing.includes('time')}
        needed={timeNeeded}
      >
        <TimePicker
          step={5}
          value={time}
          clearLabel={t('time.clear')}
          onChange={(chosen) => set({ time: chosen ?? '' })}
          onClear={() => set({ time: '' })}
        />
      </Cell>
    </>
  );
};
