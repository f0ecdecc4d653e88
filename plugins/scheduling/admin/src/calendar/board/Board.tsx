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
import { BoardFrame } from './BoardFrame.tsx';
import { columnsOf, eventsOf } from './blocks.ts';
import { boardOptions } from './boardOptions.ts';
import { dragEscape } from './dragEscape.ts';
import { eventDrawer } from './drawEvents.ts';
import { hoursShown, idleWeekdays } from './hours.ts';
import { keepPlain } from './plainRoles.ts';
import type { BoardProperties } from './properties.ts';
import { offsetOf } from './wall.ts';

interface Drawn extends ReturnType<typeof eventDrawer> {
  readonly calendar: Calendar;
  /** The options that it was drawn with. */
  page: string;
}

const tags: Record<string, string> = { en: 'en-GB', ro: 'ro-RO' };

export const Board = (properties: BoardProperties) => {
  const { sheet, by, who, mayMove, chosen, label, isShown } = properties;
  const { locale } = useIntl();
  const frame = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn | null>(null);
  const latest = useRef(properties);
  latest.current = properties;

  useEffect(() => {
    const { current } = frame;
    if (!current) return;
    const week = sheet.days > 1;
    const columns = columnsOf(sheet, by, who);
    const hours = hoursShown(sheet);
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
    };
    const page = JSON.stringify(options);
    if (!drawn.current) {
      const gesture = dragEscape(current);
      const calendar = createCalendar(current, [ResourceTimeGrid, Interaction], {
        ...boardOptions(latest, (id) => drawn.current?.forget(id), gesture.allows),
        ...options,
      });
      const drawer = eventDrawer(calendar, current);
      const stop = () => {
        gesture.stop();
        drawer.stop();
      };
      drawn.current = { calendar, page, ...drawer, stop };
    } else if (drawn.current.page !== page) {
      const before: Record<string, unknown> = JSON.parse(drawn.current.page);
      drawn.current.page = page;
      // What did not change is not set: the library would draw it anew.
      for (const [name, value] of Object.entries(options))
        if (JSON.stringify(before[name]) !== JSON.stringify(value))
          drawn.current.calendar.setOption(name as keyof Calendar.Options, value as never);
    }
    drawn.current.draw(eventsOf(sheet, by, mayMove, isShown), `${by} ${page}`);
  }, [sheet, by, who, mayMove, locale, isShown]);

  useEffect(() => {
    const { current } = frame;
    if (!current) return;
    const stopPlain = keepPlain(current);
    return () => {
      stopPlain();
      const { current: made } = drawn;
      drawn.current = null;
      made?.stop();
      if (made) void destroyCalendar(made.calendar);
    };
  }, []);

  useEffect(() => {
    const blocks = frame.current?.querySelectorAll<HTMLElement>('[data-visit]') ?? [];
    for (const block of blocks)
      block.classList.toggle('visit-chosen', block.dataset.visit === chosen);
  }, [chosen, sheet]);

  return (
    <BoardFrame
      ref={frame}
      role="region"
      aria-label={label}
      data-board={by}
      data-days={sheet.days}
      data-columns={columnsOf(sheet, by, who).length}
    />
  );
};
