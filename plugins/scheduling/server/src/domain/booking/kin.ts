import type { Interval } from '@enamel/kernel';

interface Standing extends Interval {
  readonly patient: string | null;
}

/**
 * The buffers of visits that move together, in order of time: nothing lies between two of one patient that touch; else
 * each keeps those of its type.
 */
export const buffersAmong = (
  visits: readonly Standing[],
): { readonly before?: number; readonly after?: number }[] => {
  const joined = (one: Standing | undefined, next: Standing | undefined): boolean =>
    one !== undefined &&
    next !== undefined &&
    one.patient === next.patient &&
    one.end === next.start;
  return visits.map((visit, index) => ({
    ...(joined(visits[index - 1], visit) ? { before: 0 } : {}),
    ...(joined(visit, visits[index + 1]) ? { after: 0 } : {}),
  }));
};
