/** How long an offered time is kept. Pure; instants are epoch milliseconds. */
import type { Interval } from '@enamel/kernel';
import { minute } from '../slots/local-time.ts';

/** Whether an instant lies in one of the open windows. */
export const isOpen = (at: number, open: readonly Interval[]): boolean =>
  open.some(({ start, end }) => start <= at && at < end);

/**
 * Until when an offer stands: `minutes` of open time from now, so that nobody's turn passes in the night; at the latest
 * `latest`, when the visit would begin. `open` is sorted and without overlaps.
 */
export const expiryOf = (
  now: number,
  minutes: number,
  open: readonly Interval[],
  latest: number,
): number => {
  let left = minutes * minute;
  for (const { start, end } of open) {
    const from = Math.max(start, now);
    if (from >= end) continue;
    if (end - from >= left) return Math.min(from + left, latest);
    left -= end - from;
  }
  return latest;
};
