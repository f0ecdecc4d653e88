import { useFormats, useIntl } from '@enamel/access/admin';
import { datesShown, type View } from '../views.ts';
import { addDays } from '../zoned.ts';

const noon = (date: string) => `${date}T12:00:00Z`;

/** What of the calendar is shown, as its heading. */
export const useTitle = (view: View, date: string, narrow: boolean): string => {
  const { locale } = useIntl();
  const { day, longDay } = useFormats();
  if (view === 'day') return (narrow ? day : longDay)(noon(date), 'UTC');
  if (view === 'month') {
    const name = new Intl.DateTimeFormat(locale, {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    const text = name.format(new Date(noon(date)));
    return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
  }
  const { from, days } = datesShown(view, date);
  if (narrow)
    return new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    }).formatRange(new Date(noon(from)), new Date(noon(addDays(from, days - 1))));
  return `${day(noon(from), 'UTC')} – ${day(noon(addDays(from, days - 1)), 'UTC')}`;
};
