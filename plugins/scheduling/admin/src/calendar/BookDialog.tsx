import { useWords } from '@enamel/access/admin';
import type { CalendarAppointment } from '../../../shared/calendar.ts';
import type { Sheet } from './blocks.ts';
import type { Draft } from './booking.ts';
import { DeskDialog } from './DeskDialog.tsx';
import { useBooking } from './useBooking.ts';
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
  return (
    <DeskDialog
      title={t('book.title')}
      sheet={sheet}
      problem={problem}
      busy={busy}
      doing={t('book.do')}
      leaving={t('leave')}
      onDo={() => book()}
      onChoose={choose}
      onOverbook={book}
      onClose={onClose}
    >
      <WhoFields booking={booking} />
      <WhatFields sheet={sheet} types={types} booking={booking} />
    </DeskDialog>
  );
};
