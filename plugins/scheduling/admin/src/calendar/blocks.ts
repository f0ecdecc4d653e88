/** The sheet of a location as events of the calendar: visits, closed hours, time off. Times are the location's wall time. */
import type { Calendar } from '@event-calendar/core';
import type {
  CalendarAnswer,
  CalendarAppointment,
  CalendarSpan,
} from '../../../shared/calendar.ts';
import { isMovable } from '../../../shared/statuses.ts';
import { addDays } from './zoned.ts';

export type Sheet = CalendarAnswer['data'];
export type Column = 'practitioner' | 'chair';

/** The wall time of an instant that carries the location's offset. */
const wall = (instant: string): string => instant.slice(0, 19);

export const columnsOf = (sheet: Sheet, by: Column, who: string): Calendar.ResourceInput[] =>
  (by === 'practitioner' ? sheet.practitioners : sheet.chairs)
    .filter(({ documentId }) => !who || documentId === who)
    .map(({ documentId, name }) => ({ id: documentId, title: name.trim() }));

const blockOf = (visit: CalendarAppointment, by: Column, mayMove: boolean): Calendar.EventInput => {
  const column = by === 'practitioner' ? visit.practitioner : visit.chair;
  return {
    id: visit.documentId,
    start: wall(visit.start),
    end: wall(visit.end),
    resourceIds: column ? [column] : [],
    editable: mayMove && isMovable(visit.status),
    classNames: ['visit', `visit-${visit.status}`, ...(visit.overbooked ? ['visit-over'] : [])],
    styles: [`--type: ${visit.appointmentType?.color ?? '#6B7F7C'}`],
    extendedProps: { visit },
  };
};

/** The rest of a day: from midnight to midnight without `open`, which is in order. */
const closedOn = (date: string, open: readonly CalendarSpan[]): CalendarSpan[] => {
  const closed: CalendarSpan[] = [];
  let from = `${date}T00:00:00`;
  for (const { start, end } of open) {
    if (wall(start) > from) closed.push({ start: from, end: wall(start) });
    if (wall(end) > from) from = wall(end);
  }
  const midnight = `${addDays(date, 1)}T00:00:00`;
  if (from < midnight) closed.push({ start: from, end: midnight });
  return closed;
};

const datesOf = ({ from, days }: Sheet): string[] =>
  Array.from({ length: days }, (_, index) => addDays(from, index));

const closedHours = (sheet: Sheet): Calendar.EventInput[] =>
  sheet.practitioners.flatMap(({ documentId, hours }) =>
    datesOf(sheet).flatMap((date) =>
      closedOn(
        date,
        hours.filter(({ start }) => start.startsWith(date)),
      ).map(({ start, end }) => ({
        start,
        end,
        resourceIds: [documentId],
        display: 'background' as const,
        classNames: ['closed'],
      })),
    ),
  );

const timeOff = (sheet: Sheet, by: Column): Calendar.EventInput[] =>
  sheet.timeOff.flatMap((off) => {
    const own = by === 'practitioner' ? off.practitioner : off.chair;
    const other = by === 'practitioner' ? off.chair : off.practitioner;
    if (other && !own) return [];
    const all = by === 'practitioner' ? sheet.practitioners : sheet.chairs;
    return {
      start: wall(off.start),
      end: wall(off.end),
      resourceIds: own ? [own] : all.map(({ documentId }) => documentId),
      display: 'background' as const,
      classNames: ['off'],
      extendedProps: { off },
    };
  });

export const eventsOf = (sheet: Sheet, by: Column, mayMove: boolean): Calendar.EventInput[] => [
  ...(by === 'practitioner' ? closedHours(sheet) : []),
  ...timeOff(sheet, by),
  ...sheet.appointments
    .filter(({ status }) => status !== 'cancelled')
    .map((visit) => blockOf(visit, by, mayMove)),
];

const hour = (time: string): number => Number(time.slice(11, 13));

/** The hours worth drawing: an hour around opening times and visits. `HH:00` */
export const hoursShown = (sheet: Sheet): { from: string; to: string } => {
  const spans = [...sheet.practitioners.flatMap(({ hours }) => hours), ...sheet.appointments];
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

/** Weekdays (0 = Sunday) on which nobody works and nobody comes. */
export const idleWeekdays = (sheet: Sheet): Calendar.dayOfWeek[] => {
  const busy = new Set(
    [...sheet.practitioners.flatMap(({ hours }) => hours), ...sheet.appointments].map(({ start }) =>
      new Date(`${start.slice(0, 10)}T00:00Z`).getUTCDay(),
    ),
  );
  if (busy.size === 0) return [];
  return ([0, 1, 2, 3, 4, 5, 6] as const).filter((weekday) => !busy.has(weekday));
};
