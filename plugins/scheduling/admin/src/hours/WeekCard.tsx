import { useFormats, useWords } from '@enamel/access/admin';
import { Button } from '@strapi/design-system';
import { Duplicate, Trash } from '@strapi/icons';
import { useState } from 'react';
import { type HoursPlace, weekPatterns } from '../../../shared/hours.ts';
import { windowOf } from './bar.ts';
import { Choice } from './Choice.tsx';
import { DayField } from './DayField.tsx';
import { DayLine, DayScale } from './DayLine.tsx';
import { summaryOf, type WeekPlan, weekdays } from './week.ts';

interface Properties {
  readonly plan: WeekPlan;
  readonly places: readonly HoursPlace[];
  readonly onChange: (plan: WeekPlan) => void;
  readonly onRemove: () => void;
}

const isPartly = ({ weeks, validFrom, validUntil }: WeekPlan): boolean =>
  weeks !== 'every' || validFrom !== null || validUntil !== null;

/** One week to fill in: where, which weeks, from when until when, and a line for each day. */
export const WeekCard = ({ plan, places, onChange, onRemove }: Properties) => {
  const t = useWords('desk');
  const { plainDate } = useFormats();
  const place = places.find(({ documentId }) => documentId === plan.location)?.name ?? '';
  const day = (weekday: number) => t(`weekday.${weekday}`);
  const says = summaryOf(plan.days)
    .map(([from, to, hours]) => `${day(from)}${to > from ? `–${day(to)}` : ''} ${hours}`)
    .join(' · ');
  const what = plan.available ? (plan.instead ? 'instead' : 'open') : 'pause';
  const window = windowOf(plan.days);
  const holds = [
    t(`weeks.${plan.weeks}`),
    ...(plan.validFrom ? [t('valid.says.from', { date: plainDate(plan.validFrom) })] : []),
    ...(plan.validUntil ? [t('valid.says.until', { date: plainDate(plan.validUntil) })] : []),
  ].join(', ');
  const [special] = useState(plan.key.startsWith('new') || what !== 'open' || isPartly(plan));
  return (
    <fieldset className={what}>
      <legend>{[place, t(`hours.${what}`), holds].join(' · ')}</legend>
      <p className="summary">{says || t('hours.none')}</p>
      <div className="days">
        <DayScale window={window} />
        {weekdays.map((weekday) => (
          <DayLine
            key={weekday}
            label={day(weekday)}
            value={plan.days[weekday - 1] ?? ''}
            window={window}
            onChange={(typed) =>
              onChange({
                ...plan,
                days: plan.days.map((old, index) => (index === weekday - 1 ? typed : old)),
              })
            }
          />
        ))}
      </div>
      <details open={special}>
        <summary>{t('hours.where-when')}</summary>
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
            label={t('hours.what')}
            value={what}
            options={['open', 'pause', 'instead'].map((one) => [one, t(`hours.${one}`)])}
            onChange={(one) =>
              onChange({ ...plan, available: one !== 'pause', instead: one === 'instead' })
            }
          />
          <Choice
            label={t('weeks')}
            value={plan.weeks}
            options={weekPatterns.map((weeks) => [weeks, t(`weeks.${weeks}`)])}
            onChange={(weeks) => onChange({ ...plan, weeks: weeks as WeekPlan['weeks'] })}
          />
          <DayField
            label={t('valid.from')}
            type="date"
            value={plan.validFrom ?? ''}
            onChange={(from) => onChange({ ...plan, validFrom: from || null })}
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
            onChange={(until) => onChange({ ...plan, validUntil: until || null })}
          />
        </div>
      </details>
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
        <Button variant="danger-light" startIcon={<Trash />} onClick={onRemove}>
          {t('hours.week.remove')}
        </Button>
      </div>
    </fieldset>
  );
};
