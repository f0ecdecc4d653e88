import { addDays, mondayOf } from './zoned.ts';

export const views = ['day', 'week', 'month', 'agenda'] as const;
export type View = (typeof views)[number];

export const isView = (text: string): text is View => (views as readonly string[]).includes(text);

const firstOf = (date: string): string => `${date.slice(0, 7)}-01`;

/** The same day of another month, or that month's last. */
const addMonths = (date: string, months: number): string => {
  const [year, month, dayOfMonth] = date.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const day = Math.min(dayOfMonth, last.getUTCDate());
  return `${last.toISOString().slice(0, 8)}${String(day).padStart(2, '0')}`;
};

/** The dates that a view shows around one of them. */
export const datesShown = (view: View, date: string): { from: string; days: number } => {
  if (view === 'month') return { from: mondayOf(firstOf(date)), days: 42 };
  if (view === 'week') return { from: mondayOf(date), days: 7 };
  return { from: date, days: view === 'agenda' ? 7 : 1 };
};

/** The date that "earlier" and "later" lead to. */
export const stepped = (view: View, date: string, direction: -1 | 1): string =>
  view === 'month'
    ? addMonths(date, direction)
    : addDays(date, direction * datesShown(view, date).days);
