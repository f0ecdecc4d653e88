import type { Calendar } from '@event-calendar/core';
import type { CalendarAppointment } from '../../../../shared/calendar.ts';
import { blockContent, line, previewContent, tellTime } from './block.ts';
import { type Off, roomFor } from './blocks.ts';
import { clashesOf } from './clash.ts';
import type { BoardProperties } from './properties.ts';
import { wallOfDate } from './wall.ts';

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

export const visitOf = (event: Calendar.Event) =>
  event.extendedProps.visit as CalendarAppointment | undefined;

/** Leaves a block's content as it is. The library asks for all contents again whenever one event changes. */
const asItIs = { html: '' };

/** What the library is told once; all else is read from the page's latest properties. */
export const boardOptions = (
  latest: { readonly current: BoardProperties },
  onMoved: (visit: string) => void,
  /** Whether a gesture may end where it is. */
  allows: () => boolean,
): Calendar.Options => {
  let judged = { key: '', words: [] as readonly string[], free: true };

  /** Whether the place under the pointer looks free, and why not. */
  const judge = (event: Calendar.Event) => {
    const { sheet, by, who, sayClash } = latest.current;
    const visit = visitOf(event);
    const [from, to] = [wallOfDate(event.start), wallOfDate(event.end)];
    const column = event.resourceIds.at(-1)?.toString() ?? (who || null);
    const key = [from, to, column, visit?.documentId, sheet.now].join();
    if (judged.key === key) return judged;
    const clashes = clashesOf(sheet, {
      from,
      to,
      practitioner: by === 'practitioner' ? column : (visit?.practitioner ?? null),
      chair: by === 'chair' ? column : null,
      visit,
    });
    judged = { key, words: clashes.slice(0, 2).map(sayClash), free: clashes.length === 0 };
    return judged;
  };

  const span = ({ start, end }: { start: Date; end: Date }) =>
    `${wallOfDate(start).slice(11)}–${wallOfDate(end).slice(11)}`;

  /** A short visit has room for its beginning only. */
  const told = (event: Calendar.Event) =>
    roomFor(event) === 'line' ? span(event).slice(0, 5) : span(event);

  /** A block says its new time at once, before the sheet is read again. */
  const moved = (event: Calendar.Event): void => {
    onMoved(String(event.id));
    tellTime(document.querySelector(`[data-visit="${event.id}"]`), told(event));
  };

  return {
    view: 'resourceTimeGridDay',
    headerToolbar: { start: '', center: '', end: '' },
    allDaySlot: false,
    firstDay: 1,
    height: '100%',
    slotDuration: '00:15',
    slotLabelInterval: '01:00',
    snapDuration: '00:15',
    slotHeight: 22,
    slotEventOverlap: false,
    datesAboveResources: true,
    nowIndicator: true,
    selectable: true,
    eventLongPressDelay: 350,
    selectLongPressDelay: 450,
    slotLabelFormat: clock,
    // Contents write their times themselves.
    eventTimeFormat: () => '',
    dayHeaderFormat: { weekday: 'short', day: 'numeric', month: 'short' },
    eventClassNames: ({ event }) =>
      event.display === 'preview' ? [judge(event).free ? 'preview-free' : 'preview-clash'] : [],
    eventContent: ({ event }) => {
      if (event.display === 'preview') {
        const { words, free } = judge(event);
        const said = free ? [latest.current.sayFree] : words;
        return { domNodes: previewContent(span(event), said, free) };
      }
      if (visitOf(event)) return asItIs;
      const off = event.extendedProps.off as Off | undefined;
      return off ? { domNodes: [line('off-name', latest.current.sayOff(off))] } : { domNodes: [] };
    },
    eventDidMount: ({ el, event }) => {
      const visit = visitOf(event);
      if (event.display !== 'auto' || !visit) return;
      el.dataset.visit = String(event.id);
      const content = blockContent(visit, told(event), latest.current.sayVisit(visit));
      el.firstElementChild?.replaceChildren(...content);
    },
    eventClick: ({ event }) => {
      const visit = visitOf(event);
      if (visit) latest.current.onVisit(visit);
    },
    dateClick: ({ date, resource }) =>
      latest.current.onFree({
        wall: wallOfDate(date),
        column: resource && String(resource.id),
        minutes: undefined,
      }),
    select: ({ start, end, resource }) =>
      latest.current.onFree({
        wall: wallOfDate(start),
        column: resource && String(resource.id),
        minutes: Math.round((end.getTime() - start.getTime()) / 60_000),
      }),
    dragConstraint: allows,
    resizeConstraint: allows,
    selectConstraint: allows,
    eventDragStart: () => latest.current.onGrab(),
    eventResizeStart: () => latest.current.onGrab(),
    eventDrop: ({ event, oldEvent, newResource, revert }) => {
      const visit = visitOf(event);
      const place = {
        wall: wallOfDate(event.start),
        column: newResource && String(newResource.id),
        minutes: undefined,
      };
      moved(event);
      const putBack = () => {
        revert();
        moved(oldEvent);
      };
      if (visit) latest.current.onDrop(visit, place, putBack);
    },
    eventResize: ({ event, oldEvent, revert }) => {
      const visit = visitOf(event);
      const minutes = Math.round((event.end.getTime() - event.start.getTime()) / 60_000);
      moved(event);
      const putBack = () => {
        revert();
        moved(oldEvent);
      };
      if (visit) latest.current.onResize(visit, minutes, putBack);
    },
  };
};
