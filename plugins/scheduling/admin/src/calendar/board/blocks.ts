/** The sheet of a location as events of the calendar: visits, closed hours, time off. Times are the location's wall time. */
import type { Calendar } from '@event-calendar/core';
import type {
  CalendarAnswer,
  CalendarAppointment,
  CalendarHold,
  CalendarSpan,
  NameByLanguage,
} from '../../../../shared/calendar.ts';
import { isMovable } from '../../../../shared/statuses.ts';
import { addDays } from '../zoned.ts';

export type Sheet = CalendarAnswer['data'];
export type Column = 'practitioner' | 'chair';

/** Why a stretch is hatched. */
export interface Off {
  readonly kind: string;
  readonly reason: string | null;
  /** Of a public holiday. */
  readonly holiday?: NameByLanguage;
  /** Of time that is kept while somebody decides. */
  readonly until?: string;
}

/** The wall time of an instant that carries the location's offset. */
const wall = (instant: string): string => instant.slice(0, 19);

export const columnsOf = (sheet: Sheet, by: Column, who: string): Calendar.ResourceInput[] =>
  (by === 'practitioner' ? sheet.practitioners : sheet.chairs)
    .filter(({ documentId }) => !who || documentId === who)
    .map(({ documentId, name }) => ({ id: documentId, title: name.trim() }));

/** How much a block of that length has room for: one line, two, or three. */
export const roomFor = ({ start, end }: { start: string | Date; end: string | Date }) => {
  const minutes = (new Date(end).getTime() - new Date(start).getTime()) / 60_000;
  return minutes < 25 ? 'line' : minutes < 40 ? 'brief' : 'whole';
};

const blockOf = (visit: CalendarAppointment, by: Column, mayMove: boolean): Calendar.EventInput => {
  const column = by === 'practitioner' ? visit.practitioner : visit.chair;
  return {
    id: visit.documentId,
    start: wall(visit.start),
    end: wall(visit.end),
    resourceIds: column ? [column] : [],
    editable: mayMove && isMovable(visit.status),
    classNames: [
      'visit',
      `visit-${visit.status}`,
      `visit-${roomFor(visit)}`,
      ...(visit.overbooked ? ['visit-over'] : []),
    ],
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

const shade = (
  name: string,
  { start, end }: CalendarSpan,
  resourceIds: string[],
  off?: Off,
): Calendar.EventInput => ({
  // Kept from one reading of the sheet to the next, so that what did not change is not drawn anew.
  id: `${name} ${start} ${end} ${resourceIds.join(' ')}`,
  start,
  end,
  resourceIds,
  display: 'background' as const,
  classNames: [name],
  ...(off ? { extendedProps: { off } } : {}),
});

const closedHours = (sheet: Sheet): Calendar.EventInput[] =>
  sheet.practitioners.flatMap(({ documentId, hours }) =>
    datesOf(sheet).flatMap((date) =>
      closedOn(
        date,
        hours.filter(({ start }) => start.startsWith(date)),
      ).map((span) => shade('closed', span, [documentId])),
    ),
  );

const timeOff = (sheet: Sheet, by: Column, all: string[]): Calendar.EventInput[] =>
  sheet.timeOff.flatMap(({ start, end, ...off }) => {
    const own = by === 'practitioner' ? off.practitioner : off.chair;
    const other = by === 'practitioner' ? off.chair : off.practitioner;
    if (other && !own) return [];
    const span = { start: wall(start), end: wall(end) };
    return shade('off', span, own ? [own] : all, { kind: off.kind, reason: off.reason });
  });

const holidays = ({ holidays }: Sheet, all: string[]): Calendar.EventInput[] =>
  holidays.map(({ date, name }) =>
    shade('off', { start: `${date}T00:00:00`, end: `${addDays(date, 1)}T00:00:00` }, all, {
      kind: 'holiday',
      reason: null,
      holiday: name,
    }),
  );

/** Why time that is kept for somebody is not free. */
export const keptAs = ({ kind, until }: CalendarHold): Off => ({
  kind: kind === 'offer' ? 'offered' : 'held',
  reason: null,
  until,
});

const kept = ({ holds }: Sheet, by: Column): Calendar.EventInput[] =>
  holds.map((hold) =>
    shade('kept', { start: wall(hold.start), end: wall(hold.end) }, [hold[by]], keptAs(hold)),
  );

export const eventsOf = (
  sheet: Sheet,
  by: Column,
  mayMove: boolean,
  isShown: (visit: CalendarAppointment) => boolean = ({ status }) => status !== 'cancelled',
): Calendar.EventInput[] => {
  const all = (by === 'practitioner' ? sheet.practitioners : sheet.chairs).map(
    ({ documentId }) => documentId,
  );
  return [
    ...(by === 'practitioner' ? closedHours(sheet) : []),
    ...timeOff(sheet, by, all),
    ...holidays(sheet, all),
    ...kept(sheet, by),
    ...sheet.appointments.filter(isShown).map((visit) => blockOf(visit, by, mayMove)),
  ];
};
