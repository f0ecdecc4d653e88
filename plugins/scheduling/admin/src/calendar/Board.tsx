import '@event-calendar/core/index.css';
import { useIntl } from '@enamel/access/admin';
import {
  type Calendar,
  createCalendar,
  destroyCalendar,
  Interaction,
  ResourceTimeGrid,
} from '@event-calendar/core';
import { useEffect, useRef } from 'react';
import type { CalendarAppointment } from '../../../shared/calendar.ts';
import { BoardFrame } from './BoardFrame.tsx';
import { blockContent } from './block.ts';
import {
  type Column,
  columnsOf,
  eventsOf,
  hoursShown,
  idleWeekdays,
  type Sheet,
} from './blocks.ts';
import { keepPlain } from './plainRoles.ts';
import { offsetText } from './zoned.ts';

export interface Place {
  /** `YYYY-MM-DDTHH:mm` in the location's zone. */
  readonly wall: string;
  /** Document id of the column's practitioner or chair. */
  readonly column: string | undefined;
}

interface Properties {
  readonly sheet: Sheet;
  readonly by: Column;
  readonly who: string;
  readonly mayMove: boolean;
  readonly chosen: string | undefined;
  readonly label: string;
  /** A sentence for a visit, for those who hear the calendar. */
  /** What of a visit is only seen by place, colour and mark. */
  readonly sayVisit: (visit: CalendarAppointment) => string;
  readonly onVisit: (visit: CalendarAppointment) => void;
  readonly onFree: (place: Place) => void;
  readonly onDrop: (visit: CalendarAppointment, place: Place, putBack: () => void) => void;
}

const visitOf = (event: Calendar.Event) => event.extendedProps.visit as CalendarAppointment;
const tags: Record<string, string> = { en: 'en-GB', ro: 'ro-RO' };
const rowHeight = 22;

/** One zone offset for the whole sheet: that of now when it shows today, so that the now-line is right. */
const offsetOf = ({ zone, now, from, days }: Sheet): string => {
  const today = Date.parse(`${now.slice(0, 10)}T00:00Z`);
  const first = Date.parse(`${from}T00:00Z`);
  const shown = today >= first && today < first + days * 86_400_000;
  return offsetText(shown ? now : `${from}T12:00:00Z`, zone);
};

/** The calendar tells wall time as the local fields of a date, wherever the browser is. */
const wall = (date: Date): string => {
  const [month, day, hours, minutes] = [
    date.getMonth() + 1,
    date.getDate(),
    date.getHours(),
    date.getMinutes(),
  ].map((part) => String(part).padStart(2, '0'));
  return `${date.getFullYear()}-${month}-${day}T${hours}:${minutes}`;
};

export const Board = (properties: Properties) => {
  const { sheet, by, who, mayMove, chosen, label } = properties;
  const { locale } = useIntl();
  const frame = useRef<HTMLDivElement>(null);
  const calendar = useRef<Calendar | null>(null);
  const latest = useRef(properties);
  latest.current = properties;

  useEffect(() => {
    if (!frame.current) return;
    const made = createCalendar(frame.current, [ResourceTimeGrid, Interaction], {
      view: 'resourceTimeGridDay',
      headerToolbar: { start: '', center: '', end: '' },
      allDaySlot: false,
      firstDay: 1,
      height: '100%',
      slotDuration: '00:15',
      slotLabelInterval: '01:00',
      snapDuration: '00:15',
      slotHeight: rowHeight,
      slotEventOverlap: false,
      datesAboveResources: true,
      nowIndicator: true,
      eventDurationEditable: false,
      eventLongPressDelay: 350,
      slotLabelFormat: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
      eventTimeFormat: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
      dayHeaderFormat: { weekday: 'short', day: 'numeric', month: 'short' },
      eventContent: ({ event }) =>
        event.extendedProps.visit
          ? {
              domNodes: blockContent(
                visitOf(event),
                `${wall(event.start).slice(11)}–${wall(event.end).slice(11)}`,
                latest.current.sayVisit(visitOf(event)),
              ),
            }
          : undefined,
      eventDidMount: ({ el, event }) => {
        if (event.display !== 'auto' || !event.extendedProps.visit) return;
        el.dataset.visit = visitOf(event).documentId;
      },
      eventClick: ({ event }) => {
        if (event.extendedProps.visit) latest.current.onVisit(visitOf(event));
      },
      dateClick: ({ date, resource }) =>
        latest.current.onFree({ wall: wall(date), column: resource?.id }),
      eventDrop: ({ event, newResource, revert }) =>
        latest.current.onDrop(
          visitOf(event),
          { wall: wall(event.start), column: newResource?.id },
          revert,
        ),
    });
    calendar.current = made;
    const stopPlain = keepPlain(frame.current);
    return () => {
      stopPlain();
      calendar.current = null;
      void destroyCalendar(made);
    };
  }, []);

  useEffect(() => {
    const hours = hoursShown(sheet);
    const week = sheet.days > 1;
    const columns = columnsOf(sheet, by, who);
    const options: Calendar.Options = {
      locale: tags[locale] ?? locale,
      timeZone: offsetOf(sheet),
      view: week ? 'resourceTimeGridWeek' : 'resourceTimeGridDay',
      date: sheet.from,
      hiddenDays: week ? idleWeekdays(sheet) : [],
      columnWidth: week && columns.length > 1 ? '11rem' : 'minmax(12rem, 1fr)',
      slotMinTime: hours.from,
      slotMaxTime: hours.to,
      resources: columns,
      events: eventsOf(sheet, by, mayMove),
    };
    for (const [name, value] of Object.entries(options))
      calendar.current?.setOption(name as keyof Calendar.Options, value as never);
  }, [sheet, by, who, mayMove, locale]);

  useEffect(() => {
    for (const block of frame.current?.querySelectorAll<HTMLElement>('[data-visit]') ?? [])
      block.classList.toggle('visit-chosen', block.dataset.visit === chosen);
  });

  return (
    <BoardFrame
      ref={frame}
      role="region"
      aria-label={label}
      data-board={by}
      data-days={sheet.days}
    />
  );
};
