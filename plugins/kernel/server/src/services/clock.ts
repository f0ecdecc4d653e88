import { env } from '@enamel/config';
import type { Core } from '@strapi/strapi';
import { type Clock, createClock } from '../../../shared/index.ts';

const clocks = new WeakMap<Core.Strapi, Clock>();

/** The clock of a running clinic. `CLOCK_START` moves it in tests and demonstrations. */
export const clockOf = (strapi: Core.Strapi): Clock => {
  const known = clocks.get(strapi);
  if (known) return known;
  const clock = createClock(env().CLOCK_START);
  clocks.set(strapi, clock);
  return clock;
};
