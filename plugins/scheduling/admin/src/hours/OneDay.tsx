import { useWords } from '@enamel/access/admin';
import { IconButton } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import type { HoursPlace } from '../../../shared/hours.ts';
import { Choice } from './Choice.tsx';
import { DayField } from './DayField.tsx';
import { SpanField } from './SpanField.tsx';
import { type WeekPlan, weekdayOf } from './week.ts';

interface Properties {
  readonly plan: WeekPlan;
  readonly places: readonly HoursPlace[];
  readonly onChange: (plan: WeekPlan) => void;
  readonly onRemove: () => void;
}

/** One date on which other hours hold than usual. */
export const OneDay = ({ plan, places, onChange, onRemove }: Properties) => {
  const t = useWords('desk');
  const date = plan.validFrom ?? '';
  const typed = plan.days[weekdayOf(date) - 1] ?? '';
  const write = (on: string, hours: string) =>
    onChange({
      ...plan,
      validFrom: on,
      validUntil: on,
      days: plan.days.map((_, index) => (index + 1 === weekdayOf(on) ? hours : '')),
    });
  return (
    <div className="row line">
      <DayField
        label={t('date')}
        type="date"
        value={date}
        onChange={(on) => on && write(on, typed)}
      />
      <SpanField
        label={`${t('hours.open')} · ${t(`weekday.${weekdayOf(date)}`)}`}
        value={typed}
        onChange={(hours) => write(date, hours)}
      />
      {places.length > 1 && (
        <Choice
          label={t('location')}
          value={plan.location}
          options={places.map(({ documentId, name }) => [documentId, name])}
          onChange={(location) => onChange({ ...plan, location })}
        />
      )}
      <IconButton label={t('remove')} variant="ghost" onClick={onRemove}>
        <Trash />
      </IconButton>
    </div>
  );
};
