/** How far a verification in steps has come, sealed by the server so that nobody can skip a step. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Place } from './verifier.ts';

const mark = (claim: string, secret: string): string =>
  createHmac('sha256', secret).update(`audit progress ${claim}`).digest('hex');

export interface Progress {
  readonly place: Place;
  /** The number at which the walk ends. */
  readonly until: number;
}

export const progressToken = ({ place, until }: Progress, secret: string): string => {
  const claim = `${place.number} ${place.hash} ${until}`;
  return `${claim} ${mark(claim, secret)}`;
};

export const readProgress = (token: string, secret: string): Progress | undefined => {
  const [, number, hash, until, given] =
    /^(\d{1,16}) ([0-9a-f]{64}) (\d{1,16}) ([0-9a-f]{64})$/.exec(token) ?? [];
  if (!number || !hash || !until || !given) return undefined;
  const expected = mark(`${number} ${hash} ${until}`, secret);
  return timingSafeEqual(Buffer.from(given, 'hex'), Buffer.from(expected, 'hex'))
    ? { place: { number: Number(number), hash }, until: Number(until) }
    : undefined;
};
