/** The public holidays of countries as their laws have them, one-off days left out. */
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

const on = (month: number, date: number, name: HolidayName, more: More = {}): HolidayRule => ({
  name,
  on: { month, date },
  ...more,
});
const easter = (days: number, name: HolidayName, more: More = {}): HolidayRule => ({
  name,
  on: { easter: days },
  ...more,
});
const nth = (
  which: number,
  weekday: number,
  month: number,
  name: HolidayName,
  more: More = {},
): HolidayRule => ({ name, on: { month, weekday, nth: which }, ...more });

const monday = 1;
const thursday = 4;
const newYear = on(1, 1, 'newYear');
const epiphany = on(1, 6, 'epiphany');
const goodFriday = easter(-2, 'goodFriday');
const easterSunday = easter(0, 'easter');
const easterMonday = easter(1, 'easterMonday');
const labour = on(5, 1, 'labour');
const victory = on(5, 8, 'victory');
const ascension = easter(39, 'ascension');
const pentecost = easter(49, 'pentecost');
const whitMonday = easter(50, 'whitMonday');
const corpusChristi = easter(60, 'corpusChristi');
const assumption = on(8, 15, 'assumption');
const allSaints = on(11, 1, 'allSaints');
const armistice = on(11, 11, 'armistice');
const immaculate = on(12, 8, 'immaculate');
const christmasEve = on(12, 24, 'christmasEve');
const christmas = on(12, 25, 'christmas');
const secondChristmas = on(12, 26, 'secondChristmas');

const western = (...holidays: HolidayRule[]): CountryRules => ({ easter: 'western', holidays });
const orthodox = (...holidays: HolidayRule[]): CountryRules => ({ easter: 'orthodox', holidays });

export const countries: Readonly<Record<string, CountryRules>> = {
  RO: orthodox(
    newYear,
    on(1, 2, 'newYear'),
    on(1, 6, 'epiphany', { since: 2024 }),
    on(1, 7, 'saintJohn', { since: 2024 }),
    on(1, 24, 'unification', { since: 2017 }),
    easter(-2, 'goodFriday', { since: 2018 }),
    easterSunday,
    easterMonday,
    labour,
    on(6, 1, 'children', { since: 2017 }),
    pentecost,
    whitMonday,
    assumption,
    on(11, 30, 'saintAndrew', { since: 2012 }),
    on(12, 1, 'national'),
    christmas,
    secondChristmas,
  ),
  MD: orthodox(
    newYear,
    on(1, 7, 'orthodoxChristmas'),
    on(1, 8, 'orthodoxChristmas'),
    on(3, 8, 'women'),
    easterSunday,
    easterMonday,
    easter(8, 'memorialEaster'),
    labour,
    on(5, 9, 'victoryEurope'),
    on(6, 1, 'children'),
    on(8, 27, 'independence'),
    on(8, 31, 'language'),
    christmas,
  ),
  BG: {
    easter: 'orthodox',
    substitute: [
      'newYear',
      'liberation',
      'labour',
      'saintGeorge',
      'culture',
      'bulgarianUnification',
      'independence',
      'christmasEve',
      'christmas',
      'secondChristmas',
    ],
    holidays: [
      newYear,
      on(3, 3, 'liberation'),
      goodFriday,
      easter(-1, 'holySaturday'),
      easterSunday,
      easterMonday,
      labour,
      on(5, 6, 'saintGeorge'),
      on(5, 24, 'culture'),
      on(9, 6, 'bulgarianUnification'),
      on(9, 22, 'independence'),
      christmasEve,
      christmas,
      secondChristmas,
    ],
  },
  GR: orthodox(
    newYear,
    epiphany,
    easter(-48, 'cleanMonday'),
    on(3, 25, 'independence'),
    goodFriday,
    easterSunday,
    easterMonday,
    labour,
    whitMonday,
    assumption,
    on(10, 28, 'ohi'),
    christmas,
    secondChristmas,
  ),
  HU: western(
    newYear,
    on(3, 15, 'revolution1848'),
    easter(-2, 'goodFriday', { since: 2017 }),
    easterSunday,
    easterMonday,
    labour,
    pentecost,
    whitMonday,
    on(8, 20, 'saintStephenKing'),
    on(10, 23, 'revolution1956'),
    allSaints,
    christmas,
    secondChristmas,
  ),
  DE: western(
    newYear,
    goodFriday,
    easterMonday,
    labour,
    ascension,
    whitMonday,
    on(10, 3, 'unity'),
    christmas,
    secondChristmas,
  ),
  AT: western(
    newYear,
    epiphany,
    easterMonday,
    labour,
    ascension,
    whitMonday,
    corpusChristi,
    assumption,
    on(10, 26, 'national'),
    allSaints,
    immaculate,
    christmas,
    secondChristmas,
  ),
  FR: western(
    newYear,
    easterMonday,
    labour,
    victory,
    ascension,
    whitMonday,
    on(7, 14, 'national'),
    assumption,
    allSaints,
    armistice,
    christmas,
  ),
  IT: western(
    newYear,
    epiphany,
    easterSunday,
    easterMonday,
    on(4, 25, 'liberation'),
    labour,
    on(6, 2, 'republic'),
    assumption,
    on(10, 4, 'saintFrancis', { since: 2026 }),
    allSaints,
    immaculate,
    christmas,
    secondChristmas,
  ),
  ES: western(
    newYear,
    epiphany,
    goodFriday,
    labour,
    assumption,
    on(10, 12, 'hispanic'),
    allSaints,
    on(12, 6, 'constitution'),
    immaculate,
    christmas,
  ),
  PT: western(
    newYear,
    goodFriday,
    easterSunday,
    on(4, 25, 'freedom'),
    labour,
    corpusChristi,
    on(6, 10, 'national'),
    assumption,
    on(10, 5, 'republic'),
    allSaints,
    on(12, 1, 'restoration'),
    immaculate,
    christmas,
  ),
  NL: western(
    newYear,
    easterSunday,
    easterMonday,
    on(4, 27, 'kings', { since: 2014 }),
    on(5, 5, 'liberation', { every: 5 }),
    ascension,
    pentecost,
    whitMonday,
    christmas,
    secondChristmas,
  ),
  BE: western(
    newYear,
    easterMonday,
    labour,
    ascension,
    whitMonday,
    on(7, 21, 'national'),
    assumption,
    allSaints,
    armistice,
    christmas,
  ),
  PL: western(
    newYear,
    epiphany,
    easterSunday,
    easterMonday,
    labour,
    on(5, 3, 'constitution'),
    pentecost,
    corpusChristi,
    assumption,
    allSaints,
    on(11, 11, 'independence'),
    on(12, 24, 'christmasEve', { since: 2025 }),
    christmas,
    secondChristmas,
  ),
  CZ: western(
    newYear,
    easter(-2, 'goodFriday', { since: 2016 }),
    easterMonday,
    labour,
    victory,
    on(7, 5, 'cyrilMethodius'),
    on(7, 6, 'janHus'),
    on(9, 28, 'statehood'),
    on(10, 28, 'independence'),
    on(11, 17, 'struggle'),
    christmasEve,
    christmas,
    secondChristmas,
  ),
  SK: western(
    newYear,
    epiphany,
    goodFriday,
    easterMonday,
    labour,
    on(5, 8, 'victory', { except: [2026] }),
    on(7, 5, 'cyrilMethodius'),
    on(8, 29, 'uprising'),
    on(9, 1, 'constitution', { until: 2023 }),
    on(9, 15, 'sorrows', { except: [2026] }),
    allSaints,
    on(11, 17, 'struggle', { until: 2024 }),
    christmasEve,
    christmas,
    secondChristmas,
  ),
  // England and Wales.
  GB: {
    easter: 'western',
    substitute: ['newYear', 'christmas', 'boxing'],
    holidays: [
      newYear,
      goodFriday,
      easterMonday,
      nth(1, monday, 5, 'earlyMay'),
      nth(-1, monday, 5, 'springBank'),
      nth(-1, monday, 8, 'summerBank'),
      christmas,
      on(12, 26, 'boxing'),
    ],
  },
  IE: western(
    newYear,
    nth(1, monday, 2, 'saintBrigid', { since: 2023 }),
    on(3, 17, 'saintPatrick'),
    easterMonday,
    nth(1, monday, 5, 'mayHoliday'),
    nth(1, monday, 6, 'juneHoliday'),
    nth(1, monday, 8, 'augustHoliday'),
    nth(-1, monday, 10, 'octoberHoliday'),
    christmas,
    secondChristmas,
  ),
  US: {
    easter: 'western',
    substitute: 'nearest',
    holidays: [
      newYear,
      nth(3, monday, 1, 'martinLutherKing'),
      nth(3, monday, 2, 'presidents'),
      nth(-1, monday, 5, 'memorial'),
      on(6, 19, 'juneteenth', { since: 2021 }),
      on(7, 4, 'independence'),
      nth(1, monday, 9, 'labourUs'),
      nth(2, monday, 10, 'columbus'),
      on(11, 11, 'veterans'),
      nth(4, thursday, 11, 'thanksgiving'),
      christmas,
    ],
  },
};
