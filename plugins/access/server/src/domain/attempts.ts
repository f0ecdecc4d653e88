/** How many failures are free, and how long the pauses after the next ones are. */
export interface PauseRule {
  readonly free: number;
  /** Seconds; each pause is twice the one before, up to `most`. */
  readonly first: number;
  readonly most: number;
  /** After so long without a failure everything is forgotten. */
  readonly forgetHours: number;
}

/**
 * Nobody can shut out somebody else: what strangers do slows strangers, and a browser that was signed in before counts
 * its own failures alone.
 */
export const pauseRules = {
  /** One account from one network. */
  stranger: { free: 5, first: 15, most: 900, forgetHours: 24 },
  /** One account from all networks together that its owner never used: a hundred failures an hour. */
  strangers: { free: 100, first: 36, most: 36, forgetHours: 1 },
  /** One account from a browser that was signed in to it before. */
  device: { free: 30, first: 60, most: 900, forgetHours: 24 },
  /** Codes of one account by somebody who has its password; recovery codes and passkeys cannot be guessed. */
  code: { free: 5, first: 30, most: 3600, forgetHours: 24 },
} as const satisfies Record<string, PauseRule>;
