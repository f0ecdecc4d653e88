import type { Calendar } from '@event-calendar/core';

type Events = readonly Calendar.EventInput[];

/** What one frame may draw without a pause that anybody notices. */
const atOnce = 20;

const isShade = ({ display }: Calendar.EventInput) => display === 'background';

/** The block that has the focus keeps it when it is drawn anew. */
const keepFocus = (frame: HTMLElement): void => {
  const held = frame.contains(document.activeElement)
    ? document.activeElement?.closest<HTMLElement>('[data-visit]')?.dataset.visit
    : undefined;
  if (!held) return;
  requestAnimationFrame(() => {
    if (document.activeElement === document.body)
      frame.querySelector<HTMLElement>(`[data-visit="${held}"]`)?.focus();
  });
};

/**
 * Draws a sheet's events, a frame's worth at a time. What did not change since the last call for the same `page` (dates,
 * columns, zone) is left alone: its blocks keep their focus, and a colleague's change costs one block.
 */
export const eventDrawer = (calendar: Calendar, frame: HTMLElement) => {
  let page = '';
  let drawn = new Map<string, string>();
  let waiting = 0;

  const add = (events: Events): void => {
    for (const event of events.slice(0, atOnce)) calendar.addEvent(event);
    const rest = events.slice(atOnce);
    waiting = rest.length > 0 ? requestAnimationFrame(() => add(rest)) : 0;
  };

  const begin = (events: Events): void => {
    calendar.setOption('events', events.filter(isShade));
    const visits = events.filter((event) => !isShade(event));
    waiting = requestAnimationFrame(() => add(visits));
  };

  const renew = (events: Events, known: ReadonlyMap<string, string>): void => {
    const wanted = new Set(events.map(({ id }) => String(id)));
    for (const id of known.keys()) if (!wanted.has(id)) calendar.removeEventById(id);
    const changed = events.filter(({ id }) => drawn.get(String(id)) !== known.get(String(id)));
    for (const event of changed) if (known.has(String(event.id))) calendar.updateEvent(event);
    add(changed.filter(({ id }) => !known.has(String(id))));
  };

  return {
    draw: (events: Events, of: string): void => {
      const known = drawn;
      // A page that is still being drawn is begun again: not all that it knows of is there yet.
      const whole = of !== page || waiting !== 0;
      page = of;
      drawn = new Map(events.map((event) => [String(event.id), JSON.stringify(event)]));
      cancelAnimationFrame(waiting);
      waiting = 0;
      keepFocus(frame);
      if (whole) begin(events);
      else renew(events, known);
    },
    /** Draws a visit anew the next time, whatever it is like: a hand has moved its block. */
    forget: (id: string): void => {
      if (drawn.has(id)) drawn.set(id, '');
    },
    stop: () => cancelAnimationFrame(waiting),
  };
};
