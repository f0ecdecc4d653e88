import { minute } from './local-time.ts';
import type { Segment, VisitShape } from './rules.ts';

/** Part of a visit, `[from, to)` in milliseconds from its start. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** What a visit takes and when: two parts of one resource never touch. */
export interface Needs {
  readonly practitioner: readonly Run[];
  readonly assistant: readonly Run[];
  readonly chair: readonly Run[];
  readonly equipment: readonly Run[];
}

type Shape = Pick<VisitShape, 'duration' | 'bufferBefore' | 'bufferAfter' | 'segments'>;

const runsOf = (
  { duration, segments }: Shape,
  takesPart: (segment: Segment) => boolean,
): { from: number; to: number }[] => {
  const runs: { from: number; to: number }[] = [];
  let at = 0;
  segments.forEach((segment, index) => {
    const isLast = index === segments.length - 1;
    const to = isLast ? duration : Math.min(at + segment.minutes, duration);
    const last = runs.at(-1);
    if (to > at && takesPart(segment)) {
      if (last?.to === at * minute) last.to = to * minute;
      else runs.push({ from: at * minute, to: to * minute });
    }
    at = to;
  });
  return runs;
};

/**
 * Chair and buffers belong together; so do practitioner and buffer where he or she is there at that end of the visit.
 * Assistants and equipment are taken without buffers.
 */
export const needsOf = (shape: Shape): Needs => {
  const length = shape.duration * minute;
  const before = shape.bufferBefore * minute;
  const after = shape.bufferAfter * minute;
  const runs =
    shape.segments.length === 0
      ? [{ from: 0, to: length }]
      : runsOf(shape, ({ practitioner }) => practitioner);
  return {
    practitioner: runs.map(({ from, to }) => ({
      from: from === 0 ? -before : from,
      to: to === length ? to + after : to,
    })),
    assistant: runsOf(shape, ({ assistant }) => assistant),
    chair: [{ from: -before, to: length + after }],
    equipment: [{ from: 0, to: length }],
  };
};
