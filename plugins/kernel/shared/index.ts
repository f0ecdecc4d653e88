/** One copy of zod for all: `guarded` only takes schemas made by it. */
export { z } from 'zod';
export * from './actor.ts';
export * from './clock.ts';
export * from './csv.ts';
export * from './errors.ts';
export * from './events.ts';
export * from './icalendar.ts';
export * from './interval.ts';
export * from './legible.ts';
export * from './money.ts';
export * from './zoned-time.ts';
