import { useEffect, useRef } from 'react';
import type { CalendarAddress } from '../address.ts';
import type { Draft } from './booking.ts';

/** Someone came with a time in mind: begins a booking of it. */
export const useBookAt = (
  { date, at, visitType, practitioner }: CalendarAddress,
  begin: (draft: Partial<Draft>) => void,
): void => {
  const latest = useRef(begin);
  latest.current = begin;
  useEffect(() => {
    if (!date || !/^\d\d:\d\d$/.test(at)) return;
    latest.current({ date, time: at, appointmentType: visitType, practitioner });
  }, [date, at, visitType, practitioner]);
};
