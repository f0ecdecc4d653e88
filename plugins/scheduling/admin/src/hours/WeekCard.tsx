import { useWords } from '@enamel/access/admin';
import { Button, IconButton } from '@strapi/design-system';
import { Duplicate, Trash } from '@strapi/icons';
import { type HoursPlace, weekPatterns } from '../../../shared/hours.ts';
import { Choice } from './Choice.tsx';
import { DayField } from './DayField.tsx';
import { SpanField } from './SpanField.tsx';
import { summaryOf, type WeekPlan, weekdays } from './week.ts';

interface Properties {
  readonly plan: WeekPlan;
  readonly places: readonly HoursPlace[];
  readonly onChange: (plan: WeekPlan) => void;
  readonly onRemove: () => void;
}

/** One week to fill in: where, which weeks, from when until when, and a line for each day. */
export const WeekCard = ({ plan, places, onChange, onRemove }: Properties) => {
  const t = useWords('desk');
  const place = places.find(({ documentId }) => documentId === plan.location)?.name ?? '';
  const day = (weekday: number) => t(`weekday.${weekday}`);
  const says = summaryOf(plan.days)
    .map(([from, to, hours]) => `${day(from)}${to > from ? `–${day(to)}` : ''} ${hours}`)
    .join(' · ');
  const what = plan.available ? (plan.instead ? 'instead' : 'open') : 'pause';
  return (
    <fieldset>
      <legend>{[place, t(`weeks.${plan.weeks}`), t(`hours.${what}`)].join(' · ')}</legend>
      <p className="summary">{says || t('hours.none')}</p>
      <div className="row">
        {places.length > 1 && (
          <Choice
            label={t('location')}
            value={plan.location}
            options={places.map(({ documentId, name }) => [documentId, name])}
            onChange={(location) => onChange({ ...plan, location })}
          />
        )}
        <Choice
          label={t('weeks')}
          value={plan.weeks}
          options={weekPatterns.map((weeks) => [weeks, t(`weeks.${weeks}`)])}
          onChange={(weeks) => onChange({ ...plan, weeks: weeks as WeekPlan['weeks'] })}
        />
        <Choice
          label={t('hours.what')}
          value={what}
          options={['open', 'pause', 'instead'].map((one) => [one, t(`hours.${one}`)])}
          onChange={(one) =>
            onChange({ ...plan, available: one !== 'pause', instead: one === 'instead' })
          }
        />
        <DayField
          label={t('valid.from')}
          type="date"
          value={plan.validFrom ?? ''}
          onChange={(date) => onChange({ ...plan, validFrom: date || null })}
        />
        <DayField
          label={t('valid.until')}
          type="date"
          value={plan.validUntil ?? ''}
          error={
            plan.validFrom !== null &&
            plan.validUntil !== null &&
            plan.validUntil < plan.validFrom &&
            t('valid.reversed')
          }
          onChange={(date) => onChange({ ...plan, validUntil: date || null })}
        />
      </div>
      <div className="days">
        {weekdays.map((weekday) => (
          <SpanField
            key={weekday}
            label={day(weekday)}
            value={plan.days[weekday - 1] ?? ''}
            onChange={(typed) =>
              onChange({
                ...plan,
                days: plan.days.map((old, index) => (index === weekday - 1 ? typed : old)),
              })
            }
          />
        ))}
      </div>
      <div className="acts">
        <Button
          variant="tertiary"
          startIcon={<Duplicate />}
          disabled={!plan.days[0]}
          onClick={() =>
            onChange({
              ...plan,
              days: plan.days.map((old, index) => (index < 5 ? (plan.days[0] ?? '') : old)),
            })
          }
        >
          {t('hours.copy')}
        </Button>
        <IconButton label={t('hours.week.remove')} variant="ghost" onClick={onRemove}>
          <Trash />
        </IconButton>
      </div>
    </fieldset>
  );
};
