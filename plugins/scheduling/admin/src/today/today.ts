import type { CalendarAppointment } from '../../../shared/calendar.ts';

type Stay = Pick<CalendarAppointment, 'start' | 'end' | 'status' | 'arrivedAt'>;

const minute = 60_000;

/** Whole minutes that a patient has been waiting; undefined for one who is not. */
export const waitingMinutes = ({ status, arrivedAt }: Stay, now: string): number | undefined =>
  status === 'arrived' && arrivedAt
    ? Math.max(0, Math.floor((Date.parse(now) - Date.parse(arrivedAt)) / minute))
    : undefined;

/** When the present visit and those right behind it end; undefined when the practitioner is free now. */
export const nextFree = (visits: readonly Stay[], now: string): string | undefined => {
  let free = Date.parse(now);
  let at: string | undefined;
  const open = visits
    .filter(({ status }) => !['cancelled', 'no-show', 'completed'].includes(status))
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
  for (const { start, end } of open)
    if (Date.parse(start) <= free && Date.parse(end) > free) {
      free = Date.parse(end);
      at = end;
    }
  return at;
};
