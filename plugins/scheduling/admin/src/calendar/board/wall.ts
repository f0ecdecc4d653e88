import { offsetText } from '../zoned.ts';
import type { Sheet } from './blocks.ts';

/** The calendar tells wall time as the local fields of a date, wherever the browser is. */
export const wallOfDate = (date: Date): string => {
  const [month, day, hours, minutes] = [
    date.getMonth() + 1,
    date.getDate(),
    date.getHours(),
    date.getMinutes(),
  ].map((part) => String(part).padStart(2, '0'));
  return `${date.getFullYear()}-${month}-${day}T${hours}:${minutes}`;
};

/** One zone offset for the whole sheet: that of now when it shows today, so that the now-line is right. */
export const offsetOf = ({ zone, now, from, days }: Sheet): string => {
  const today = Date.parse(`${now.slice(0, 10)}T00:00Z`);
  const first = Date.parse(`${from}T00:00Z`);
  const shown = today >= first && today < first + days * 86_400_000;
  return offsetText(shown ? now : `${from}T12:00:00Z`, zone);
};
