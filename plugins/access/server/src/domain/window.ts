/** A sliding window: no 60 seconds, wherever they begin, hold more than the limit. */
export const windowMilliseconds = 60_000;

/**
 * What was let through, oldest first: those of one second together, under the moment of the last of them. So a key
 * takes at most 61 entries whatever its limit, and is at most one second too strict, never too lenient.
 */
export type Hits = readonly (readonly [at: number, count: number])[];

/** How one request fared. */
export interface Taken {
  readonly allowed: boolean;
  /** Requests in the window, this one included when it was allowed. */
  readonly used: number;
  /** Until the oldest of them leaves the window. */
  readonly waitMilliseconds: number;
}

const secondOf = (moment: number) => Math.floor(moment / 1000);

/** Lets a request through when the window has room; a refused one is not counted. */
export const take = (hits: Hits, moment: number, limit: number): Taken & { hits: Hits } => {
  const recent = hits.filter(([at]) => at + windowMilliseconds > moment);
  const used = recent.reduce((sum, [, count]) => sum + count, 0);
  const [oldest = moment] = recent[0] ?? [];
  if (used >= limit)
    return {
      hits: recent,
      allowed: false,
      used,
      waitMilliseconds: oldest + windowMilliseconds - moment,
    };
  const [at = Number.NEGATIVE_INFINITY, count = 0] = recent.at(-1) ?? [];
  const together = secondOf(at) === secondOf(moment);
  const kept: Hits = together
    ? [...recent.slice(0, -1), [moment, count + 1]]
    : [...recent, [moment, 1]];
  const [first = moment] = kept[0] ?? [];
  return {
    hits: kept,
    allowed: true,
    used: used + 1,
    waitMilliseconds: first + windowMilliseconds - moment,
  };
};
