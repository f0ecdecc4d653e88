import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Column } from './blocks.ts';
import { isDate } from './zoned.ts';

export interface CalendarAddress {
  readonly view: 'day' | 'week';
  /** `YYYY-MM-DD`; empty is today. */
  readonly date: string;
  readonly by: Column;
  /** Document id of the one practitioner or chair to show; empty is all. */
  readonly who: string;
  readonly location: string;
  readonly visit: string;
  /** Document id of the patient to book for. */
  readonly book: string;
}

/** The calendar's filters live in its address: they survive a reload and can be sent to a colleague. */
export const useAddress = () => {
  const [query, setQuery] = useSearchParams();
  const address = useMemo<CalendarAddress>(() => {
    const date = query.get('date') ?? '';
    return {
      view: query.get('view') === 'week' ? 'week' : 'day',
      date: isDate(date) ? date : '',
      by: query.get('by') === 'chair' ? 'chair' : 'practitioner',
      who: query.get('who') ?? '',
      location: query.get('location') ?? '',
      visit: query.get('visit') ?? '',
      book: query.get('book') ?? '',
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
