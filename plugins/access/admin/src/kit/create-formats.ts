import { formatMoney } from '@enamel/kernel';

export interface Formats {
  /** `14:30`, in the given zone or the clinic's. */
  time(instant: string | Date, zone?: string): string;
  /** `Tue 24 Nov` */
  day(instant: string | Date, zone?: string): string;
  /** `Tuesday, 24 November 2026` */
  longDay(instant: string | Date, zone?: string): string;
  /** `24 Nov 2026` */
  date(instant: string | Date, zone?: string): string;
  /** `Tue 24 Nov 2026, 14:30` */
  moment(instant: string | Date, zone?: string): string;
  /** `24 Nov 2026` of a date without time, such as a birth date. */
  plainDate(date: string): string;
  /** `120,00 lei` of integer minor units. */
  money(minor: number, currency?: string): string;
}

interface Options {
  readonly language: string;
  readonly zone: string;
  readonly currency: string;
}

const tags: Record<string, string> = { en: 'en-GB', ro: 'ro-RO' };

export const createFormats = ({ language, zone, currency }: Options): Formats => {
  const tag = tags[language] ?? language;
  const kept = new Map<string, Intl.DateTimeFormat>();
  const write = (
    instant: string | Date,
    timeZone: string,
    name: string,
    options: Intl.DateTimeFormatOptions,
  ) => {
    const key = `${name} ${timeZone}`;
    let format = kept.get(key);
    if (!format) {
      format = new Intl.DateTimeFormat(tag, { ...options, timeZone });
      kept.set(key, format);
    }
    return format.format(typeof instant === 'string' ? new Date(instant) : instant);
  };
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const short = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const whole = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const full = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  return {
    time: (instant, at = zone) => write(instant, at, 'time', clock),
    day: (instant, at = zone) => write(instant, at, 'day', short),
    longDay: (instant, at = zone) => write(instant, at, 'whole', whole),
    date: (instant, at = zone) => write(instant, at, 'date', full),
    moment: (instant, at = zone) =>
      `${write(instant, at, 'long-day', { ...short, year: 'numeric' })}, ${write(instant, at, 'time', clock)}`,
    plainDate: (date) => write(`${date}T00:00:00Z`, 'UTC', 'date', full),
    money: (minor, of = currency) => formatMoney({ minor, currency: of }, language),
  };
};

/** Whole years between a birth date and a day, both `YYYY-MM-DD`. */
export const ageOn = (birth: string, day: string): number => {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
};

/** The local date of an instant in a zone, `YYYY-MM-DD`. */
export const localDate = (instant: Date, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(instant);
