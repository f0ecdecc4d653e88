import type { TimeOffEntry } from '../../../shared/hours.ts';
import { addDays } from '../calendar/zoned.ts';

const midnight = '00:00';

/** Time off as a form shows it: first and last day, and times when it is not whole days. */
export interface OffDraft {
  readonly firstDay: string;
  readonly lastDay: string;
  /** `HH:mm`; both empty for whole days. */
  readonly from: string;
  readonly to: string;
}

export const draftOf = ({ from, until }: Pick<TimeOffEntry, 'from' | 'until'>): OffDraft => {
  const whole = from.endsWith(midnight) && until.endsWith(midnight);
  return whole
    ? { firstDay: from.slice(0, 10), lastDay: addDays(until.slice(0, 10), -1), from: '', to: '' }
    : {
        firstDay: from.slice(0, 10),
        lastDay: until.slice(0, 10),
        from: from.slice(11),
        to: until.slice(11),
      };
};

/** Undefined while a day is missing or the end does not follow the beginning. */
export const offOf = ({
  firstDay,
  lastDay,
  from,
  to,
}: OffDraft): Pick<TimeOffEntry, 'from' | 'until'> | undefined => {
  if (!firstDay || !lastDay) return undefined;
  const start = `${firstDay}T${from || midnight}`;
  const end = to ? `${lastDay}T${to}` : `${addDays(lastDay, 1)}T${midnight}`;
  return start < end ? { from: start, until: end } : undefined;
};
