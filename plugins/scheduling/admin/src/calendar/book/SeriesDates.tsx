import { useIntl, useWords } from '@enamel/access/admin';
import type { SkippedDate } from '../../../../shared/series.ts';
import type { Sheet } from '../board/blocks.ts';
import { useWhen } from '../useWhen.ts';
import type { Repeating } from './useRepeating.ts';
import { type Line, VisitLines } from './VisitLines.tsx';

/** The dates of a series: free or not before it is booked, booked or skipped after. */
export const SeriesDates = ({ sheet, repeating }: { sheet: Sheet; repeating: Repeating }) => {
  const t = useWords('scheduling');
  const { locale } = useIntl();
  const when = useWhen(sheet);
  const { preview, answer } = repeating;
  const month = (date: string) =>
    new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${date}-15T12:00:00Z`),
    );
  const wordsFor = ({ code, message }: { code: string; message: string }) => {
    const own = t(`problem.${code}`);
    return own.startsWith('problem.') ? message : own;
  };
  const skipped = (date: SkippedDate) => ({
    key: date.date,
    when: date.start ? when(date.start) : month(date.date),
    text: wordsFor(date),
    good: false,
  });
  const good = (start: string, text: string): Line => ({
    key: start,
    when: when(start),
    text,
    good: true,
  });
  const lines: readonly Line[] = answer
    ? [
        ...answer.booked.map(({ start }) => good(start, t('series.booked'))),
        ...answer.skipped.map(skipped),
      ]
    : (preview?.dates ?? []).map((date) => {
        if (date.free) return good(date.start, t('series.free'));
        const [near] = date.alternatives;
        const line = skipped(date);
        const text = near
          ? `${line.text} ${t('series.near', { when: when(near.start) })}`
          : line.text;
        return { ...line, text };
      });
  return <VisitLines lines={lines} />;
};
