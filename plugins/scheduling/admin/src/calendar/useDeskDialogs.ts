import { useState } from 'react';
import type { CalendarAppointment } from '../../../shared/calendar.ts';
import type { Column } from './board/blocks.ts';
import type { Place } from './board/properties.ts';
import type { Draft } from './book/booking.ts';

/** Which dialogs of the desk are open, and what about. */
export const useDeskDialogs = (date: string, today: string, by: Column, who: string) => {
  const [draft, setDraft] = useState<Partial<Draft>>();
  const [cancelling, setCancelling] = useState<CalendarAppointment>();
  const [help, setHelp] = useState(false);
  const [seeking, setSeeking] = useState(false);
  const inColumn = (column: string) =>
    by === 'chair' ? { chair: column } : { practitioner: column };
  return {
    draft,
    setDraft,
    cancelling,
    setCancelling,
    help,
    setHelp,
    seeking,
    setSeeking,
    /** A booking from scratch: not in the past. */
    book: () => setDraft({ date: [date, today].sort().at(-1) ?? today, ...inColumn(who) }),
    /** A booking where one pointed. */
    bookAt: ({ wall, column = who, minutes }: Place) =>
      setDraft({
        date: wall.slice(0, 10),
        time: wall.slice(11, 16),
        duration: minutes,
        ...inColumn(column),
      }),
  };
};

export type DeskDialogsState = ReturnType<typeof useDeskDialogs>;
