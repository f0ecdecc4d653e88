/** What became of a visit by now. */
import { dateOf, isoInstant, minutes } from './calendar.ts';
import type { Random } from './random.ts';

export interface VisitState {
  readonly status:
    | 'pending'
    | 'confirmed'
    | 'arrived'
    | 'seated'
    | 'completed'
    | 'cancelled'
    | 'no-show';
  readonly bookedVia: 'portal' | 'desk';
  readonly cancelReason: string | null;
  /** ISO instants in UTC. */
  readonly createdAt: string;
  readonly confirmedAt: string | null;
  readonly arrivedAt: string | null;
  readonly seatedAt: string | null;
  readonly completedAt: string | null;
  readonly cancelledAt: string | null;
}

const reasons = [
  'Feeling ill',
  'Cannot leave work',
  'Rescheduling later',
  'Found an earlier time',
  'Child is ill',
];

const day = minutes(24 * 60);

/** @param steady never cancelled nor missed */
export const lifecycle = (
  visit: { start: number; end: number; now: number; zone: string; steady: boolean },
  random: Random,
): VisitState => {
  const { start, end, now, zone, steady } = visit;
  const luck = steady ? 0.5 : random.next();
  const today = dateOf(start, zone).equals(dateOf(now, zone));
  const status = ((): VisitState['status'] => {
    if (luck < 0.055) return 'cancelled';
    if (end <= now) return luck > 0.965 ? 'no-show' : 'completed';
    if (start <= now) return 'seated';
    if (start - now < minutes(25) && luck < 0.7) return 'arrived';
    if (today) return 'confirmed';
    return luck > 0.72 ? 'pending' : 'confirmed';
  })();
  const created = Math.min(
    start - day * random.whole(2, 40) - minutes(random.whole(0, 600)),
    now - minutes(random.whole(30, 4000)),
  );
  const between = (share: number) => created + (Math.min(start, now) - created) * share;
  const came = ['arrived', 'seated', 'completed'].includes(status);
  const arrived = Math.min(start - minutes(random.whole(2, 18)), now);
  const seated = start + minutes(random.whole(-1, 6));
  return {
    status,
    bookedVia: random.chance(0.45) ? 'portal' : 'desk',
    cancelReason: status === 'cancelled' ? random.pick(reasons) : null,
    createdAt: isoInstant(created),
    confirmedAt: came || status === 'confirmed' ? isoInstant(between(0.2)) : null,
    arrivedAt: came ? isoInstant(arrived) : null,
    seatedAt:
      status === 'seated' || status === 'completed' ? isoInstant(Math.min(seated, now)) : null,
    completedAt:
      status === 'completed' ? isoInstant(Math.min(end + minutes(random.whole(-4, 5)), now)) : null,
    cancelledAt: status === 'cancelled' ? isoInstant(between(0.6)) : null,
  };
};
