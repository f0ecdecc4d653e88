import { env } from '@enamel/config';
import { type Clock, createClock } from '@enamel/kernel';

let clock: Clock | undefined;

/** The present instant by the clinic's clock, which tests may move. */
export const now = (): Temporal.Instant => {
  clock ??= createClock(env().CLOCK_START);
  return clock.now();
};
