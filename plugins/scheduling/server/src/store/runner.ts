import type { rows } from '@enamel/kernel/server';

/** What runs a statement: a transaction, or the pool when there is none. */
export type Runner = Parameters<typeof rows>[0];
