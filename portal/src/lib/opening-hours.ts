/** A location's week in as few lines as it needs: neighbouring days with the same hours share one. */
import { type Language, locales } from './languages.ts';

export interface Hours {
  /** 1 Monday … 7 Sunday. */
  readonly dayOfWeek: number;
  /** `09:00` or `09:00:00.000` */
  readonly startTime: string;
  readonly endTime: string;
}

const dayName = (day: number, language: Language): string =>
  // 1 January 2024 was a Monday.
  new Intl.DateTimeFormat(locales[language], { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, 0, day)),
  );

/** Lines such as `Monday–Friday`, `09:00–17:00`; hours are empty on a closed day. None without hours at all. */
export const weekOf = (hours: readonly Hours[], language: Language) => {
  if (hours.length === 0) return [];
  const lines: { first: number; last: number; hours: string }[] = [];
  for (let day = 1; day <= 7; day += 1) {
    const text = hours
      .filter(({ dayOfWeek }) => dayOfWeek === day)
      .map(({ startTime, endTime }) => `${startTime.slice(0, 5)}–${endTime.slice(0, 5)}`)
      .sort()
      .join(', ');
    const previous = lines.at(-1);
    if (previous?.hours === text) previous.last = day;
    else lines.push({ first: day, last: day, hours: text });
  }
  return lines.map(({ first, last, hours: text }) => ({
    days:
      first === last
        ? dayName(first, language)
        : `${dayName(first, language)}–${dayName(last, language)}`,
    hours: text,
  }));
};
