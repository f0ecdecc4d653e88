import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Column } from './board/blocks.ts';
import { isView, type View } from './views.ts';
import { isDate } from './zoned.ts';

export interface CalendarAddress {
  readonly view: View;
  /** `YYYY-MM-DD`; empty is today. */
  readonly date: string;
  readonly by: Column;
  /** Document id of the one practitioner or chair to show; empty is all. */
  readonly who: string;
  /** Document id of the one type of visit to show; empty is all. */
  readonly type: string;
  /** The one state to show; empty is all but cancelled. */
  readonly status: string;
  readonly location: string;
  readonly visit: string;
  /** Document id of the patient to book for. */
  readonly book: string;
  /** Wall time `HH:mm` on `date` to begin a booking at, of this type and with this practitioner. */
  readonly at: string;
  readonly visitType: string;
  readonly practitioner: string;
}

/** The calendar's filters live in its address: they survive a reload and can be sent to a colleague. */
export const useAddress = () => {
  const [query, setQuery] = useSearchParams();
  const address = useMemo<CalendarAddress>(() => {
    const said = (name: string) => query.get(name) ?? '';
    return {
      view: isView(said('view')) ? (said('view') as View) : 'day',
      date: isDate(said('date')) ? said('date') : '',
      by: said('by') === 'chair' ? 'chair' : 'practitioner',
      who: said('who'),
      type: said('type'),
      status: said('status'),
      location: said('location'),
      visit: said('visit'),
      book: said('book'),
      at: said('at'),
      visitType: said('visitType'),
      practitioner: said('practitioner'),
    };
  }, [query]);
  const go = useCallback(
    (change: Partial<CalendarAddress>) =>
      setQuery(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(change))
            if (value) after.set(name, value);
            else after.delete(name);
          return after;
        },
        { replace: true },
      ),
    [setQuery],
  );
  return { address, go };
};
