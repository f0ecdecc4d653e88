import { useFormats, useWords } from '@enamel/access/admin';
import { useCallback } from 'react';
import type { WaitListEntry } from '../../../shared/wait-list.ts';

/** What suits somebody who waits, in a line. */
export const useSayWishes = () => {
  const t = useWords('waitlist');
  const { plainDate, moment } = useFormats();
  return useCallback(
    (entry: WaitListEntry): string => {
      const { timeFrom, timeUntil, earliest, latest, appointment, location, status } = entry;
      const live = status === 'waiting' || status === 'offered';
      const hours =
        timeFrom && timeUntil
          ? `${timeFrom}–${timeUntil}`
          : (timeFrom && t('wishes.after', { time: timeFrom })) ||
            (timeUntil && t('wishes.before', { time: timeUntil }));
      const said = [
        live &&
          appointment &&
          t('wishes.forward', { when: moment(appointment.start, location.zone) }),
        entry.weekdays.map((day) => t(`weekday.${day}`)).join(', '),
        hours,
        earliest && t('wishes.from', { day: plainDate(earliest) }),
        latest && t('wishes.until', { day: plainDate(latest) }),
        entry.practitioners.map(({ name }) => name).join(', '),
      ].filter(Boolean);
      return said.join(' · ') || t('wishes.any');
    },
    [t, plainDate, moment],
  );
};
