import { useFormats, useWords } from '@enamel/access/admin';
import { Button } from '@strapi/design-system';
import type { HoursPlace } from '../../../shared/hours.ts';
import type { WeekPlan } from './week.ts';

interface Properties {
  readonly places: readonly HoursPlace[];
  readonly language: 'en' | 'ro';
  /** Single days with hours of their own. */
  readonly opened: readonly WeekPlan[];
  /** Absent where nobody's day can be opened. */
  readonly onOpen: ((date: string, location: string) => void) | undefined;
}

/** The public holidays of the coming year: closed, unless somebody opens the day. */
export const Holidays = ({ places, language, opened, onOpen }: Properties) => {
  const t = useWords('desk');
  const { longDay } = useFormats();
  const observing = places.filter(({ holidays }) => holidays.length > 0);
  if (observing.length === 0) return null;
  return (
    <section aria-labelledby="hours-holidays">
      <h2 id="hours-holidays">{t('holidays')}</h2>
      <p>{t('holidays.hint')}</p>
      {observing.map(({ documentId, name, holidays }) => (
        <details key={documentId}>
          <summary>{`${name} · ${t('holidays.count', { count: holidays.length })}`}</summary>
          <ul>
            {holidays.map((holiday) => {
              const isOpen = opened.some(
                ({ location, validFrom }) => location === documentId && validFrom === holiday.date,
              );
              return (
                <li key={`${holiday.date} ${holiday.name.en}`}>
                  <span>
                    <b>{holiday.name[language]}</b> · {longDay(`${holiday.date}T12:00:00Z`, 'UTC')}
                  </span>
                  {isOpen && <span>{t('holidays.opened')}</span>}
                  {onOpen && !isOpen && (
                    <Button variant="tertiary" onClick={() => onOpen(holiday.date, documentId)}>
                      {t('holidays.open')}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        </details>
      ))}
    </section>
  );
};
