import { useFormats, useIntl, useWords } from '@enamel/access/admin';
import type { MonthAnswer, MonthDate } from '../../../../shared/calendar.ts';
import { useOwnName } from '../useOwnName.ts';
import { MonthFrame } from './MonthFrame.tsx';

interface Properties {
  readonly month: MonthAnswer['data'];
  /** `YYYY-MM` of the month in the middle. */
  readonly shown: string;
  readonly label: string;
  readonly onDate: (date: string) => void;
}

const weekdayOf = (date: string, locale: string, weekday: 'short' | 'narrow') =>
  new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(new Date(`${date}T00:00Z`));

/** How much of the time that is worked is taken, in hundredths. */
const loadOf = ({ booked, worked }: MonthDate): number =>
  worked > 0 ? Math.min(100, Math.round((booked / worked) * 100)) : 0;

/** A month at a glance: how many visits each day holds, of which types, and how full that makes it. */
export const MonthBoard = ({ month, shown, label, onDate }: Properties) => {
  const t = useWords('scheduling');
  const { locale } = useIntl();
  const { longDay } = useFormats();
  const name = useOwnName();
  const today = month.now.slice(0, 10);
  return (
    <MonthFrame role="group" aria-label={label} data-board="month">
      {month.dates.slice(0, 7).map(({ date }) => (
        <span key={date} className="weekday" aria-hidden>
          {weekdayOf(date, locale, 'short')}
        </span>
      ))}
      {month.dates.map((day) => (
        <button
          key={day.date}
          type="button"
          className={[
            'date',
            day.date.startsWith(shown) ? '' : 'outside',
            day.worked === 0 ? 'idle' : '',
            day.date === today ? 'today' : '',
          ].join(' ')}
          data-date={day.date}
          aria-current={day.date === today ? 'date' : undefined}
          onClick={() => onDate(day.date)}
        >
          <span className="unseen">{`${longDay(`${day.date}T12:00:00Z`, 'UTC')} `}</span>
          <span className="number" aria-hidden>
            {Number(day.date.slice(8))}
          </span>
          {day.worked === 0 && <span className="unseen">{`${t('nobody-works')} `}</span>}
          {day.holiday && <span className="holiday">{`${name(day.holiday)} `}</span>}
          {day.visits > 0 && (
            <>
              <span className="count">
                {day.visits}
                <span className="words">{` ${t('visits.word', { count: day.visits })} `}</span>
              </span>
              {day.worked > 0 && (
                <span className="load">{t('load', { percent: loadOf(day) })}</span>
              )}
              <span className="types" aria-hidden>
                {day.types.map(({ documentId, color, count }) => (
                  <i key={documentId} style={{ flexGrow: count, ['--type' as string]: color }} />
                ))}
              </span>
            </>
          )}
        </button>
      ))}
    </MonthFrame>
  );
};
