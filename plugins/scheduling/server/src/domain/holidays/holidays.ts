import { weekdayOf } from '../slots/days.ts';
import { dateString, day } from '../slots/local-time.ts';
import { holidayNames } from './holiday-names.ts';
import type { CountryRules, HolidayRule } from './holiday-rules.ts';
import { orthodoxCountries } from './holidays-east.ts';
import { westernCountries } from './holidays-west.ts';

/** A public holiday. Two may fall on one date. */
export interface Holiday {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly name: { readonly en: string; readonly ro: string };
}

const countries = { ...orthodoxCountries, ...westernCountries };

const saturday = 6;
const sunday = 7;

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876. */
const westernEaster = (year: number): number => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const shift = Math.floor((8 * century + 13) / 25);
  const moon = (19 * golden + century - Math.floor(century / 4) - shift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * toSunday) / 451);
  const count = moon + toSunday - 7 * late + 114;
  return Date.UTC(year, Math.floor(count / 31) - 1, (count % 31) + 1);
};

/** Easter Sunday of the Julian calendar as a Gregorian date, by Meeus. */
const orthodoxEaster = (year: number): number => {
  const moon = (19 * (year % 19) + 15) % 30;
  const toSunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const count = moon + toSunday + 114;
  const behind = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return Date.UTC(year, Math.floor(count / 31) - 1, (count % 31) + 1) + behind * day;
};

const nthOf = (year: number, month: number, weekday: number, nth: number): number => {
  if (nth < 0) {
    const last = Date.UTC(year, month, 0);
    return last - ((weekdayOf(last) - weekday + 7) % 7) * day;
  }
  const first = Date.UTC(year, month - 1, 1);
  return first + (((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7) * day;
};

const dateIn = (year: number, { name, on }: HolidayRule, easter: number): number => {
  if ('easter' in on) return easter + on.easter * day;
  if ('nth' in on) {
    const date = nthOf(year, on.month, on.weekday, on.nth);
    const friday = Date.UTC(year, 1, 1);
    return name === 'saintBrigid' && weekdayOf(friday) === 5 ? friday : date;
  }
  const date = Date.UTC(year, on.month - 1, on.date);
  return name === 'kings' && weekdayOf(date) === sunday ? date - day : date;
};

const isObserved = ({ since, until, except, every }: HolidayRule, year: number): boolean =>
  year >= (since ?? year) &&
  year <= (until ?? year) &&
  !except?.includes(year) &&
  year % (every ?? 1) === 0;

interface Dated {
  readonly date: number;
  readonly name: Holiday['name'];
}

const instead = ({ date, name }: { date: number; name: Holiday['name'] }): Dated => ({
  date,
  name: { en: `${name.en} (substitute day)`, ro: `${name.ro} (zi liberă în loc)` },
});

const inYear = (year: number, { easter, substitute, holidays }: CountryRules): Dated[] => {
  const sundayOfEaster = easter === 'western' ? westernEaster(year) : orthodoxEaster(year);
  const found = holidays
    .filter((rule) => isObserved(rule, year))
    .map((rule) => {
      const [en, ro] = holidayNames[rule.name];
      return { rule, date: dateIn(year, rule, sundayOfEaster), name: { en, ro } };
    })
    .sort((a, b) => a.date - b.date);
  if (!substitute) return found;
  const free = new Set(found.map(({ date }) => date));
  const substitutes = found
    .filter(({ date }) => weekdayOf(date) >= saturday)
    .flatMap(({ rule, date, name }) => {
      if (substitute === 'nearest')
        return [instead({ date: date + (weekdayOf(date) === saturday ? -1 : 1) * day, name })];
      if (!substitute.includes(rule.name)) return [];
      let next = date + day;
      while (weekdayOf(next) >= saturday || free.has(next)) next += day;
      free.add(next);
      return [instead({ date: next, name })];
    });
  return [...found, ...substitutes];
};

/**
 * The public holidays of a country in a year, national ones, in order of date. A holiday on a weekend keeps its date and
 * has its substitute day beside it where the law gives one.
 * @param country ISO 3166, two letters; one that is not known here has none
 */
export const holidaysOf = (country: string, year: number): Holiday[] => {
  const rules = Object.hasOwn(countries, country) ? countries[country] : undefined;
  if (!rules) return [];
  // A New Year's Day on a Saturday may be made up for on the last day of the year before.
  return [...inYear(year, rules), ...inYear(year + 1, rules)]
    .map(({ date, name }) => ({ date: dateString(date), name }))
    .filter(({ date }) => date.startsWith(`${year}-`))
    .sort((a, b) => a.date.localeCompare(b.date));
};
