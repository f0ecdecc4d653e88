import type { Origin } from './session-rules.ts';

/** Somebody who signs in: staff or a patient, as sessions name them. */
export interface Person {
  readonly origin: Origin;
  readonly userId: string;
}

export type FactorKind = 'totp' | 'passkey' | 'recovery-code';

/** How long a right password waits for its second factor. */
export const challengeMinutes = 5;
/** How long a factor takes to be set up. */
export const setUpMinutes = 15;

export const mostPasskeys = 10;
