import type { Interval } from '@enamel/kernel';
import type { Segment } from '../slots/availability.ts';
import { minute } from '../slots/local-time.ts';

/** The stretches of a visit in which its practitioner is not there. What the segments leave of the visit is the last one's. */
export const absencesOf = (segments: readonly Segment[], visit: Interval): Interval[] => {
  const absences: Interval[] = [];
  let from = visit.start;
  segments.forEach(({ minutes, practitioner }, index) => {
    const last = index === segments.length - 1;
    const to = last ? visit.end : Math.min(from + minutes * minute, visit.end);
    const before = absences.at(-1);
    if (!practitioner && from < to) {
      if (before?.end === from) absences[absences.length - 1] = { start: before.start, end: to };
      else absences.push({ start: from, end: to });
    }
    from = to;
  });
  return absences;
};
