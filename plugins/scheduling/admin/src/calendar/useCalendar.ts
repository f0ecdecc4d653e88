import { useLoaded } from '@enamel/access/admin';
import { useCallback, useEffect } from 'react';
import type { CalendarAddress } from './address.ts';
import { useDesk } from './desk.ts';
import { useLive } from './live.ts';
import { dateOf, mondayOf } from './zoned.ts';

const nothing = { locations: [], appointmentTypes: [] };

/** The sheet that the address asks for, kept up to date; on a narrow screen a day of one column. */
export const useCalendar = (
  address: CalendarAddress,
  go: (change: Partial<CalendarAddress>) => void,
  narrow: boolean,
) => {
  const desk = useDesk();
  const week = address.view === 'week' && !narrow;
  const load = useCallback(
    () =>
      desk.sheet(
        week && address.date ? mondayOf(address.date) : address.date,
        week ? 7 : 1,
        address.location,
      ),
    [desk, address.date, address.location, week],
  );
  const loaded = useLoaded(load);
  const { reload } = loaded;
  const sheet = loaded.state === 'ready' ? loaded.data : undefined;
  const resources = useLoaded(desk.resources);
  useLive(sheet?.location, () => void reload());

  const today = sheet ? sheet.now.slice(0, 10) : dateOf(Date.now(), 'UTC');
  // A week without a date was read from today on; it begins on its Monday.
  useEffect(() => {
    if (week && !address.date && sheet) go({ date: mondayOf(today) });
  }, [week, address.date, sheet, today, go]);

  const columns = (address.by === 'chair' ? sheet?.chairs : sheet?.practitioners) ?? [];
  const first =
    columns.find(({ documentId }) =>
      sheet?.appointments.some((visit) => visit[address.by] === documentId),
    ) ?? columns[0];
  return {
    loaded,
    reload,
    sheet,
    week,
    today,
    date: address.date || today,
    who: address.who || (narrow ? (first?.documentId ?? '') : ''),
    ...(resources.state === 'ready' ? resources.data : nothing),
  };
};
