/** The clinic's clock. Nothing else reads the time. */
export interface Clock {
  /** The present instant, in UTC. */
  now(): Temporal.Instant;
}

/** The machine's clock, or one that started at `start` when the process did. */
export const createClock = (start?: string): Clock => {
  if (start === undefined) return { now: () => Temporal.Now.instant() };
  const lag = Temporal.Instant.from(start).since(Temporal.Now.instant());
  return { now: () => Temporal.Now.instant().add(lag) };
};

/** A clock that stands still, for tests of pure code. */
export const stoppedClock = (at: string): Clock => ({ now: () => Temporal.Instant.from(at) });
