import type { ClinicError } from '@enamel/kernel';
import type { SkippedDate } from '../../../../shared/series.ts';
import type { Occurrence } from '../../domain/booking/recurrence.ts';
import type { SeriesDates } from './series-dates.ts';

export const lackingDates = ({ lacking }: SeriesDates): SkippedDate[] =>
  lacking.map((date) => ({
    date,
    start: null,
    code: 'NO_SUCH_DATE',
    message: 'This month does not have the date.',
  }));

export const skippedDate = (
  { date, start }: Occurrence,
  { code, message }: ClinicError,
  { write }: SeriesDates,
): SkippedDate => ({ date, start: write(start), code, message });

/** A month stands before its days. */
export const byDate = (a: { readonly date: string }, b: { readonly date: string }): number =>
  a.date < b.date ? -1 : Number(a.date > b.date);
