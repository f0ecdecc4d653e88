import type { CalendarAppointment } from '../../../../shared/calendar.ts';
import { type Column, columnsOf, type Sheet } from '../board/blocks.ts';

/** Why a sheet shows less than one may expect. */
export type Notice =
  /** The column that is asked for is none of this location; or the location has none at all. */
  | { readonly kind: 'stranger' | 'no-columns' }
  /** Nobody who is shown works on these days. */
  | { readonly kind: 'nobody' }
  /** Filters hide visits. */
  | { readonly kind: 'hidden'; readonly count: number };

export const noticeOf = (
  sheet: Sheet,
  { by, who }: { readonly by: Column; readonly who: string },
  isShown: (visit: CalendarAppointment) => boolean,
): Notice | undefined => {
  const columns = new Set(columnsOf(sheet, by, who).map(({ id }) => id));
  if (columns.size === 0) return { kind: who ? 'stranger' : 'no-columns' };
  const usual = sheet.appointments.filter(
    (visit) => visit.status !== 'cancelled' && columns.has(visit[by] ?? ''),
  );
  const count = usual.filter((visit) => !isShown(visit)).length;
  if (count > 0) return { kind: 'hidden', count };
  const works = sheet.practitioners.some(
    ({ documentId, hours }) => hours.length > 0 && (by === 'chair' || columns.has(documentId)),
  );
  return works || usual.length > 0 ? undefined : { kind: 'nobody' };
};
