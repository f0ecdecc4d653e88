/** How the law of a country sets its public holidays, and the days that many of them share. */
import type { HolidayName } from './holiday-names.ts';

export interface HolidayRule {
  readonly name: HolidayName;
  readonly on:
    | { readonly month: number; readonly date: number }
    /** Days after Easter Sunday. */
    | { readonly easter: number }
    /** The n-th of a month; −1 is the last. 1 is Monday. */
    | { readonly month: number; readonly weekday: number; readonly nth: number };
  /** First and last year. */
  readonly since?: number;
  readonly until?: number;
  /** Years in which it is no day off. */
  readonly except?: readonly number[];
  /** Only in years that it divides. */
  readonly every?: number;
}

export interface CountryRules {
  readonly easter: 'orthodox' | 'western';
  /**
   * What the law gives for a holiday on a weekend: the next working day, for the names listed; or the nearest, Friday for
   * Saturday and Monday for Sunday.
   */
  readonly substitute?: 'nearest' | readonly HolidayName[];
  readonly holidays: readonly HolidayRule[];
}

type More = Omit<HolidayRule, 'name' | 'on'>;

export const on = (
  month: number,
  date: number,
  name: HolidayName,
  more: More = {},
): HolidayRule => ({
  name,
  on: { month, date },
  ...more,
});
export const easter = (days: number, name: HolidayName, more: More = {}): HolidayRule => ({
  name,
  on: { easter: days },
  ...more,
});
export const nth = (
  which: number,
  weekday: number,
  month: number,
  name: HolidayName,
  more: More = {},
): HolidayRule => ({ name, on: { month, weekday, nth: which }, ...more });

export const monday = 1;
export const thursday = 4;
export const newYear = on(1, 1, 'newYear');
export const epiphany = on(1, 6, 'epiphany');
export const goodFriday = easter(-2, 'goodFriday');
export const easterSunday = easter(0, 'easter');
export const easterMonday = easter(1, 'easterMonday');
export const labour = on(5, 1, 'labour');
export const victory = on(5, 8, 'victory');
export const ascension = easter(39, 'ascension');
export const pentecost = easter(49, 'pentecost');
export const whitMonday = easter(50, 'whitMonday');
export const corpusChristi = easter(60, 'corpusChristi');
export const assumption = on(8, 15, 'assumption');
export const allSaints = on(11, 1, 'allSaints');
export const armistice = on(11, 11, 'armistice');
export const immaculate = on(12, 8, 'immaculate');
export const christmasEve = on(12, 24, 'christmasEve');
export const christmas = on(12, 25, 'christmas');
export const secondChristmas = on(12, 26, 'secondChristmas');

export const western = (...holidays: HolidayRule[]): CountryRules => ({
  easter: 'western',
  holidays,
});
export const orthodox = (...holidays: HolidayRule[]): CountryRules => ({
  easter: 'orthodox',
  holidays,
});
