/** Days and hours of the clinic. Instants are epoch milliseconds in UTC. */
const minute = 60_000;

export const minutes = (count: number): number => count * minute;

export const instantAt = (date: Temporal.PlainDate, time: string, zone: string): number =>
  date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
    .epochMilliseconds;

export const isoInstant = (epochMilliseconds: number): string =>
  new Date(epochMilliseconds).toISOString();

export const dateOf = (epochMilliseconds: number, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO(zone).toPlainDate();

/** Orthodox Easter Sunday in the Gregorian calendar, by Meeus' Julian algorithm (valid 1900–2099). */
export const orthodoxEaster = (year: number): Temporal.PlainDate => {
  const moon = (19 * (year % 19) + 15) % 30;
  const weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const month = Math.floor((moon + weekday + 114) / 31);
  const day = ((moon + weekday + 114) % 31) + 1;
  return Temporal.PlainDate.from({ year, month, day }).add({ days: 13 });
};

/** Romanian public holidays of a year (Codul muncii, art. 139). */
export const publicHolidays = (year: number): { date: Temporal.PlainDate; name: string }[] => {
  const easter = orthodoxEaster(year);
  const fixed: [string, string][] = [
    ['01-01', 'Anul Nou'],
    ['01-02', 'Anul Nou'],
    ['01-06', 'Boboteaza'],
    ['01-07', 'Sfântul Ioan Botezătorul'],
    ['01-24', 'Ziua Unirii Principatelor Române'],
    ['05-01', 'Ziua Muncii'],
    ['06-01', 'Ziua Copilului'],
    ['08-15', 'Adormirea Maicii Domnului'],
    ['11-30', 'Sfântul Andrei'],
    ['12-01', 'Ziua Națională a României'],
    ['12-25', 'Crăciunul'],
    ['12-26', 'Crăciunul'],
  ];
  const movable: [number, string][] = [
    [-2, 'Vinerea Mare'],
    [0, 'Paștele'],
    [1, 'A doua zi de Paște'],
    [49, 'Rusaliile'],
    [50, 'A doua zi de Rusalii'],
  ];
  return [
    ...fixed.map(([date, name]) => ({ date: Temporal.PlainDate.from(`${year}-${date}`), name })),
    ...movable.map(([days, name]) => ({ date: easter.add({ days }), name })),
  ].sort((a, b) => Temporal.PlainDate.compare(a.date, b.date));
};
