import type { Calendar } from '@event-calendar/core';
import type { Sheet } from './blocks.ts';

const hour = (time: string): number => Number(time.slice(11, 13));

const busySpans = (sheet: Sheet) => [
  ...sheet.practitioners.flatMap(({ hours }) => hours),
  ...sheet.appointments.filter(({ status }) => status !== 'cancelled'),
];

/** The hours worth drawing: all opening times and visits. `HH:00` */
export const hoursShown = (sheet: Sheet): { from: string; to: string } => {
  const spans = busySpans(sheet);
  if (spans.length === 0) return { from: '08:00', to: '20:00' };
  const first = Math.min(...spans.map(({ start }) => hour(start)));
  const last = Math.max(
    ...spans.map(({ end, start }) =>
      end.slice(0, 10) > start.slice(0, 10) ? 24 : hour(end) + (end.slice(14, 16) > '00' ? 1 : 0),
    ),
  );
  const pad = (value: number) => `${String(value).padStart(2, '0')}:00`;
  return { from: pad(Math.max(0, first)), to: pad(Math.min(24, Math.max(last, first + 4))) };
};

/** Weekdays (0 = Sunday) on which nobody works, nobody comes and nothing is to be told. */
export const idleWeekdays = (sheet: Sheet): Calendar.dayOfWeek[] => {
  const busy = new Set(
    [
      ...busySpans(sheet).map(({ start }) => start.slice(0, 10)),
      ...sheet.holidays.map(({ date }) => date),
    ].map((date) => new Date(`${date}T00:00Z`).getUTCDay()),
  );
  if (busy.size === 0) return [];
  return ([0, 1, 2, 3, 4, 5, 6] as const).filter((weekday) => !busy.has(weekday));
};
