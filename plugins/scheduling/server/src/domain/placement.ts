import type { Interval } from '@enamel/kernel';
import { type Busy, bookableSpan, type Rules } from './availability.ts';
import { day, minute, type Stretch } from './local-time.ts';
import { openingsOf } from './opening.ts';

export type Refusal =
  | 'SLOT_IN_PAST'
  | 'TOO_SOON'
  | 'TOO_FAR_AHEAD'
  | 'OUTSIDE_HOURS'
  | 'OFF_GRID'
  | 'CHAIR_NOT_SUITABLE'
  | 'PATIENT_BUSY'
  | 'SLOT_TAKEN';

/** One wanted time. `rules.practitioners` must hold the practitioner. */
export interface Wish extends Interval {
  readonly practitioner: string;
  readonly patient: string;
  /** This chair and no other. */
  readonly chair?: string;
}

export interface Terms {
  /** Patients keep to lead time, horizon and grid; the desk does not. */
  readonly by: 'patient' | 'desk';
  /** Hours, practitioner and chair may be overridden. */
  readonly overbook: boolean;
}

export type Verdict =
  | { readonly fits: true; readonly chair: string }
  | { readonly fits: false; readonly code: Refusal };

const refused = (code: Refusal): Verdict => ({ fits: false, code });

const overlaps = (taken: readonly Interval[] | undefined, { start, end }: Interval): boolean =>
  taken?.some((busy) => busy.start < end && busy.end > start) ?? false;

/** Whether a visit may take place as wished, and in which chair; else the first rule that forbids it. */
export const judge = (
  rules: Rules,
  busy: Busy,
  wish: Wish,
  now: number,
  stretches: readonly Stretch[],
  { by, overbook }: Terms,
): Verdict => {
  const { visit } = rules;
  if (by === 'patient' ? wish.start < now : wish.end <= now) return refused('SLOT_IN_PAST');
  if (by === 'patient') {
    const span = bookableSpan(visit, now, stretches);
    if (wish.start < span.start) return refused('TOO_SOON');
    if (wish.start >= span.end) return refused('TOO_FAR_AHEAD');
  }
  const practitioner = rules.practitioners.find(({ id }) => id === wish.practitioner);
  if (!practitioner) return refused('OUTSIDE_HOURS');
  if (!overbook) {
    const away = [...practitioner.off, ...rules.closed];
    const openings = openingsOf(
      practitioner.hours,
      away,
      wish.start - day,
      wish.end + day,
      stretches,
    );
    const opening = openings.find(({ start, end }) => start <= wish.start && wish.end <= end);
    if (!opening) return refused('OUTSIDE_HOURS');
    if (by === 'patient' && (wish.start - opening.anchor) % (visit.step * minute) !== 0)
      return refused('OFF_GRID');
  }
  if (overlaps(busy.get(wish.patient), wish)) return refused('PATIENT_BUSY');
  const occupied = {
    start: wish.start - visit.bufferBefore * minute,
    end: wish.end + visit.bufferAfter * minute,
  };
  const suitable = wish.chair ? rules.chairs.filter(({ id }) => id === wish.chair) : rules.chairs;
  const [first] = suitable;
  if (!first) return refused('CHAIR_NOT_SUITABLE');
  const free = suitable.find(
    ({ id, off }) => !overlaps(busy.get(id), occupied) && !overlaps(off, occupied),
  );
  if (overbook) return { fits: true, chair: (free ?? first).id };
  if (!free || overlaps(busy.get(wish.practitioner), occupied)) return refused('SLOT_TAKEN');
  return { fits: true, chair: free.id };
};
