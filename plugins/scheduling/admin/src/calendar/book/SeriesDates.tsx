import { useFormats, useWords } from '@enamel/access/admin';
import { Box, Typography } from '@strapi/design-system';
import type { Sheet } from '../board/blocks.ts';
import type { Repeating } from './useRepeating.ts';

interface Line {
  readonly when: string;
  readonly text: string;
  readonly good: boolean;
}

/** The dates of a series: free or not before it is booked, booked or skipped after. */
export const SeriesDates = ({ sheet, repeating }: { sheet: Sheet; repeating: Repeating }) => {
  const t = useWords('scheduling');
  const { day, time } = useFormats();
  const { preview, answer } = repeating;
  const at = (start: string) => `${day(start, sheet.zone)}, ${time(start, sheet.zone)}`;
  const wordsFor = ({ code, message }: { code: string; message: string }) => {
    const own = t(`problem.${code}`);
    return own.startsWith('problem.') ? message : own;
  };
  const skipped = (date: {
    date: string;
    start: string | null;
    code: string;
    message: string;
  }) => ({
    when: date.start ? at(date.start) : date.date,
    text: wordsFor(date),
    good: false,
  });
  const lines: readonly Line[] = answer
    ? [
        ...answer.booked.map(({ start }) => ({
          when: at(start),
          text: t('series.booked'),
          good: true,
        })),
        ...answer.skipped.map(skipped),
      ]
    : (preview?.dates ?? []).map((date) => {
        if (date.free) return { when: at(date.start), text: t('series.free'), good: true };
        const [near] = date.alternatives;
        const { text, ...line } = skipped(date);
        return {
          ...line,
          text: near ? `${text} ${t('series.near', { when: at(near.start) })}` : text,
        };
      });
  if (lines.length === 0) return null;
  return (
    <Box role="status" background="neutral100" padding={4} hasRadius>
      <ul>
        {lines.map(({ when, text, good }) => (
          <li key={when}>
            <Typography fontWeight="semiBold">{when}</Typography>{' '}
            <Typography textColor={good ? 'success700' : 'danger700'}>{text}</Typography>
          </li>
        ))}
      </ul>
    </Box>
  );
};
