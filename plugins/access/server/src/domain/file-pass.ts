/** Addresses of private files: what one is good for, and for how long. */

/** Who asked for an address, in which session. */
export interface Holder {
  readonly kind: 'staff' | 'patient';
  /** Number of the account. */
  readonly person: number;
  readonly session: string;
}

/** Long enough to follow a link, too short to pass it on. */
export const passSeconds = 120;

/** What is signed: the file, the second at which the pass ends, and who holds it. */
export const passText = (file: string, until: number, { kind, person, session }: Holder): string =>
  [file, until, kind, person, session].join('\0');

/** The second at which a pass that is made now ends. */
export const passUntil = (now: Temporal.Instant): number =>
  Math.floor(now.epochMilliseconds / 1000) + passSeconds;

/** Whether a pass is over; also one that claims to last longer than any does. */
export const isOver = (until: number, now: Temporal.Instant): boolean => {
  const left = until * 1000 - now.epochMilliseconds;
  return left <= 0 || left > passSeconds * 1000;
};
