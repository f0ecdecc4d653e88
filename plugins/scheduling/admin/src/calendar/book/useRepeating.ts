import { useState } from 'react';
import type { StaffBooking } from '../../../../shared/calendar.ts';
import type { Repeat, SeriesAnswer, SeriesPreview } from '../../../../shared/series.ts';
import { useDesk } from '../desk.ts';
import type { Booking } from './useBooking.ts';

/** A booking that repeats: how, which dates are free, what was booked. */
export const useRepeating = (booking: Booking) => {
  const desk = useDesk();
  const [repeat, setRepeat] = useState<Repeat>();
  const [seen, setSeen] = useState<{ of: string; preview: SeriesPreview['data'] }>();
  const [answer, setAnswer] = useState<SeriesAnswer['data']>();
  const written = (visit: StaffBooking | undefined) => JSON.stringify([visit, repeat]);
  /** What was looked at counts until the form says something else. */
  const preview = seen?.of === written(booking.wanted) ? seen.preview : undefined;
  const show = () =>
    repeat &&
    booking.attempt(async (visit) => {
      const { reason: _reason, ...slot } = visit;
      const found = await desk.previewSeries({ ...slot, repeat });
      setSeen({ of: written(visit), preview: found });
    });
  const book = () =>
    repeat &&
    booking.attempt(async (visit) => setAnswer(await desk.bookSeries({ ...visit, repeat })));
  return { repeat, setRepeat, preview, answer, show, book };
};

export type Repeating = ReturnType<typeof useRepeating>;
