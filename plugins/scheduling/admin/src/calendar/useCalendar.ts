import { useLoaded } from '@enamel/access/admin';
import { useCallback, useEffect } from 'react';
import type { CalendarAppointment } from '../../../shared/calendar.ts';
import type { CalendarAddress } from './address.ts';
import { useDesk } from './desk.ts';
import { useLive } from './live.ts';
import { isShown } from './toolbar/filter.ts';
import { datesShown, type View } from './views.ts';
import { dateOf } from './zoned.ts';

const nothing = { locations: [], appointmentTypes: [] };

/** The sheet that the address asks for, kept up to date; on a narrow screen a week is a day, of one column. */
export const useCalendar = (
  address: CalendarAddress,
  go: (change: Partial<CalendarAddress>) => void,
  narrow: boolean,
) => {
  const desk = useDesk();
  const { date, location, by, type, status } = address;
  const view: View = address.view === 'week' && narrow ? 'day' : address.view;
  // Dialogs need a sheet beside the month as well.
  const days = view === 'month' ? 1 : datesShown(view, date || dateOf(Date.now(), 'UTC')).days;
  const from = view === 'week' && date ? datesShown('week', date).from : date;

  const load = useCallback(() => desk.sheet(from, days, location), [desk, from, days, location]);
  const loaded = useLoaded(load);
  const sheet = loaded.state === 'ready' ? loaded.data : undefined;
  const today = sheet ? sheet.now.slice(0, 10) : dateOf(Date.now(), 'UTC');
  const day = date || today;

  const month = view === 'month' ? datesShown('month', day).from : '';
  const loadMonth = useCallback(
    async () =>
      month
        ? desk.month({ from: month, days: 42, [by]: address.who, type, status, location })
        : undefined,
    [desk, month, by, address.who, type, status, location],
  );
  const counted = useLoaded(loadMonth);

  const resources = useLoaded(desk.resources);
  const { reload: reloadSheet } = loaded;
  const { reload: reloadMonth } = counted;
  const reload = useCallback(async () => {
    await Promise.all([reloadSheet(), reloadMonth()]);
  }, [reloadSheet, reloadMonth]);
  useLive(sheet?.location, () => void reload());

  // Time that is kept for somebody is free again when their time is over.
  useEffect(() => {
    if (!sheet || sheet.holds.length === 0) return;
    const first = Math.min(...sheet.holds.map(({ until }) => Date.parse(until)));
    const left = Math.min(first - Date.parse(sheet.now) + 1000, 86_400_000);
    const timer = setTimeout(() => void reloadSheet(), left);
    return () => clearTimeout(timer);
  }, [sheet, reloadSheet]);

  // A week without a date was read from today on; it begins on its Monday.
  useEffect(() => {
    if (view === 'week' && !date && sheet) go({ date: datesShown('week', today).from });
  }, [view, date, sheet, today, go]);

  const columns = (by === 'chair' ? sheet?.chairs : sheet?.practitioners) ?? [];
  const first =
    columns.find(({ documentId }) =>
      sheet?.appointments.some((visit) => visit[by] === documentId),
    ) ?? columns[0];
  const single = narrow && view === 'day' ? (first?.documentId ?? '') : '';
  const shown = useCallback(
    (visit: CalendarAppointment) => isShown(visit, { type, status }),
    [type, status],
  );
  return {
    loaded,
    reload,
    sheet,
    month: counted.state === 'ready' ? counted.data : undefined,
    view,
    /** Whether the sheet is the view's, not that of the one before. */
    ready: sheet?.days === days,
    /** Whether what is shown is still another day's or place's. */
    stale: Boolean(
      sheet && ((from && sheet.from !== from) || (location && sheet.location !== location)),
    ),
    today,
    date: day,
    who: address.who || single,
    isShown: shown,
    resources: resources.state === 'ready' ? resources.data : nothing,
  };
};
