import { useFormats } from '@enamel/access/admin';
import type { Sheet } from './board/blocks.ts';

const yearOf = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: zone }).format(new Date(instant));

/** A day and time of the location, with the year where it is not this one. */
export const useWhen = ({ zone, now }: Pick<Sheet, 'zone' | 'now'>) => {
  const { day, moment, time } = useFormats();
  return (instant: string): string =>
    yearOf(instant, zone) === now.slice(0, 4)
      ? `${day(instant, zone)}, ${time(instant, zone)}`
      : moment(instant, zone);
};
