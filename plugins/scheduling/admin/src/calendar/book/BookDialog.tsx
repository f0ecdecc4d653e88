import { useWords } from '@enamel/access/admin';
import type { CalendarAppointment } from '../../../../shared/calendar.ts';
import type { Sheet } from '../board/blocks.ts';
import type { Draft } from './booking.ts';
import { DeskDialog } from './DeskDialog.tsx';
import { RepeatFields } from './RepeatFields.tsx';
import { SeriesDates } from './SeriesDates.tsx';
import { useBooking } from './useBooking.ts';
import { useRepeating } from './useRepeating.ts';
import { type VisitTypes, WhatFields } from './WhatFields.tsx';
import { WhoFields } from './WhoFields.tsx';

interface Properties {
  readonly sheet: Sheet;
  readonly types: VisitTypes;
  readonly start: Partial<Draft>;
  readonly onClose: () => void;
  readonly onBooked: (visit: CalendarAppointment) => void;
}

export const BookDialog = ({ sheet, types, start, onClose, onBooked }: Properties) => {
  const t = useWords('scheduling');
  const booking = useBooking(sheet, start, onBooked);
  const { problem, busy, choose, book } = booking;
  const repeating = useRepeating(booking);
  const { repeat, preview, answer } = repeating;
  const free = preview?.dates.filter((date) => date.free).length ?? 0;
  const doing = () => {
    if (answer) return t('close');
    if (!repeat) return t('book.do');
    return free > 0 ? t('series.book', { count: free }) : t('series.show');
  };
  const act = () => {
    if (answer) onClose();
    else if (!repeat) book();
    else if (free > 0) repeating.book();
    else repeating.show();
  };
  return (
    <DeskDialog
      title={t('book.title')}
      sheet={sheet}
      problem={problem}
      busy={busy}
      doing={doing()}
      leaving={answer ? undefined : t('leave')}
      onDo={act}
      onChoose={choose}
      onOverbook={book}
      onClose={onClose}
    >
      {!answer && (
        <>
          <WhoFields booking={booking} />
          <WhatFields sheet={sheet} types={types} booking={booking} />
          <RepeatFields repeating={repeating} />
        </>
      )}
      <SeriesDates sheet={sheet} repeating={repeating} />
    </DeskDialog>
  );
};
