import { useAttemptKey } from '@enamel/access/admin';
import { useState } from 'react';
import type { StaffBooking } from '../../../../shared/calendar.ts';
import type { Repeat, SeriesAnswer, SeriesPreview } from '../../../../shared/series.ts';
import { useDeskMany } from '../deskMany.ts';
import type { Booking } from './useBooking.ts';

/** A booking that repeats: how, which dates are free, what was booked. */
export const useRepeating = (booking: Booking) => {
  const desk = useDeskMany();
  const keyOf = useAttemptKey();
  const [repeat, setRepeat] = useState<Repeat>();
  const [seen, setSeen] = useState<{ of: string; preview: SeriesPreview['data'] }>();
  const [asked, setAsked] = useState(false);
  const [answer, setAnswer] = useState<SeriesAnswer['data']>();
  const written = (visit: StaffBooking | undefined) => JSON.stringify([visit, repeat]);
  /** What was looked at counts until the form says something else. */
  const preview = seen?.of === written(booking.wanted) ? seen.preview : undefined;
  const unended = repeat?.until === '';
  const show = () => {
    setAsked(true);
    if (!repeat || unended) return;
    booking.attempt(async (visit) => {
      const { reason: _reason, ...slot } = visit;
      const found = await desk.previewSeries({ ...slot, repeat });
      setSeen({ of: written(visit), preview: found });
    });
  };
  const book = () => {
    if (!repeat) return;
    booking.attempt(async (visit) => {
      const body = { ...visit, repeat };
      setAnswer(await desk.bookSeries(body, keyOf(body)));
    });
  };
  return { repeat, setRepeat, lacksEnd: asked && unended, preview, answer, show, book };
};

export type Repeating = ReturnType<typeof useRepeating>;
