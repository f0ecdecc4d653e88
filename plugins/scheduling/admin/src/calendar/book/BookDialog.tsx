import { useWords } from '@enamel/access/admin';
import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import type { CalendarAppointment } from '../../../../shared/calendar.ts';
import type { GroupAnswer } from '../../../../shared/groups.ts';
import type { Sheet } from '../board/blocks.ts';
import type { Draft } from './booking.ts';
import { DeskDialog } from './DeskDialog.tsx';
import { GroupFields } from './GroupFields.tsx';
import { GroupTimes } from './GroupTimes.tsx';
import { RepeatFields } from './RepeatFields.tsx';
import { Revealed } from './Revealed.tsx';
import { SeriesDates } from './SeriesDates.tsx';
import type { VisitTypes } from './TypeSelect.tsx';
import { useBooking } from './useBooking.ts';
import { useGroup } from './useGroup.ts';
import { useRepeating } from './useRepeating.ts';
import { WhatFields } from './WhatFields.tsx';
import { WhoFields } from './WhoFields.tsx';

interface Properties {
  readonly sheet: Sheet;
  readonly types: VisitTypes;
  readonly start: Partial<Draft>;
  readonly onClose: () => void;
  readonly onBooked: (visit: CalendarAppointment) => void;
  readonly onBookedGroup: (answer: GroupAnswer['data']) => void;
}

/** Books a visit, one that repeats, or several one after another. */
export const BookDialog = (properties: Properties) => {
  const { sheet, types, start, onClose, onBooked, onBookedGroup } = properties;
  const t = useWords('scheduling');
  const booking = useBooking(sheet, start, onBooked);
  const repeating = useRepeating(booking);
  const group = useGroup(sheet, booking, onBookedGroup);
  const { repeat, preview, answer } = repeating;
  const { length: count } = group.parts;
  const free = preview?.dates.filter((date) => date.free).length ?? 0;
  const [doing, act] = answer
    ? [t('close'), onClose]
    : count > 1
      ? group.chosen
        ? [t('group.book', { count }), group.book]
        : [t('group.show'), group.show]
      : !repeat
        ? [t('book.do'), () => booking.book()]
        : free > 0
          ? [t('series.book', { count: free }), repeating.book]
          : [t('series.show'), repeating.show];
  const one = count === 1;
  return (
    <DeskDialog
      title={t('book.title')}
      sheet={sheet}
      problem={booking.problem}
      busy={booking.busy}
      doing={doing}
      leaving={answer ? undefined : t('leave')}
      onDo={act}
      onChoose={one ? booking.choose : undefined}
      onOverbook={one && !repeat ? booking.book : undefined}
      onClose={onClose}
    >
      {!answer && one && (
        <>
          <WhoFields who={booking.draft} set={booking.set} missing={booking.missing} />
          <WhatFields sheet={sheet} types={types} booking={booking} />
          <RepeatFields repeating={repeating} />
        </>
      )}
      {!answer && !one && (
        <GroupFields sheet={sheet} types={types} booking={booking} group={group} />
      )}
      {!answer && !repeat && group.add && (
        <div>
          <Button variant="tertiary" startIcon={<Plus />} onClick={group.add}>
            {t('group.add')}
          </Button>
        </div>
      )}
      <Revealed of={answer ?? preview ?? group.slots}>
        {!one && <GroupTimes sheet={sheet} types={types} group={group} />}
        <SeriesDates sheet={sheet} repeating={repeating} />
      </Revealed>
    </DeskDialog>
  );
};
