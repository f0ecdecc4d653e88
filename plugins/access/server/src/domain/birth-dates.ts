/** Dates as people write them, day before month unless only the other way makes a date. */
const months = [
  'ian|jan',
  'feb',
  'mar',
  'apr',
  'mai|may',
  'iun|jun',
  'iul|jul',
  'aug',
  'sep',
].concat(['oct', 'noi|nov', 'dec']);
const monthOf = (word: string): number =>
  months.findIndex((names) => names.split('|').some((name) => word.startsWith(name))) + 1;

const written: readonly RegExp[] = [
  /(?<![\d+])(?<year>\d{4})[-./ ](?<month>\d{1,2})[-./ ](?<day>\d{1,2})(?!\d)/,
  /(?<![\d+])(?<day>\d{1,2})[-./ ](?<month>\d{1,2})[-./ ](?<year>\d{4}|\d{2})(?!\d)/,
  /(?<![\d+])(?<day>\d{1,2})\.? *(?<name>\p{L}{3,10})\.? *(?<year>\d{4})(?!\d)/u,
];

const dateOf = (year: number, month: number, day: number): string | undefined => {
  const pad = (value: number) => String(value).padStart(2, '0');
  const date = `${year}-${pad(month)}-${pad(day)}`;
  return new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date) ? date : undefined;
};

interface Found {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** What was typed besides. */
  readonly rest: string;
}

/** The date of birth in what was typed, none after `thisYear`; a year of two digits is the last that was. */
export const birthDateIn = (typed: string, thisYear: number): Found | undefined => {
  for (const pattern of written) {
    const match = pattern.exec(typed);
    const { year = '', month = '', day = '', name } = match?.groups ?? {};
    if (!match) continue;
    const short = Number(year) + Math.floor(thisYear / 100) * 100;
    const full = year.length === 4 ? Number(year) : short > thisYear ? short - 100 : short;
    const middle = name ? monthOf(name.toLowerCase()) : Number(month);
    if (full < 1850 || full > thisYear) continue;
    const date =
      dateOf(full, middle, Number(day)) ?? (name ? undefined : dateOf(full, Number(day), middle));
    if (date) return { date, rest: typed.replace(match[0], ' ') };
  }
  return undefined;
};
