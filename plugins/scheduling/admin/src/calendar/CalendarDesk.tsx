import { ProblemMessage, Skeleton, useFormats, useMay, useWords } from '@enamel/access/admin';
import { Typography } from '@strapi/design-system';
import { Page, useMediaQuery } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { CalendarAppointment } from '../../../shared/calendar.ts';
import { permissions } from '../../../shared/permissions.ts';
import { useAddress } from './address.ts';
import { Board, type Place } from './Board.tsx';
import { BookDialog } from './BookDialog.tsx';
import type { Draft } from './booking.ts';
import { CancelDialog } from './CancelDialog.tsx';
import { DeskFrame } from './DeskFrame.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { useShortcuts } from './shortcuts.ts';
import { Toolbar } from './Toolbar.tsx';
import { UndoBar } from './UndoBar.tsx';
import { useBookFor } from './useBookFor.ts';
import { useCalendar } from './useCalendar.ts';
import { useChanges } from './useChanges.ts';
import { useNativeScheme } from './useNativeScheme.ts';
import { useSayVisit } from './useSayVisit.ts';
import { VisitPanel } from './VisitPanel.tsx';
import { addDays, instantOf, mondayOf } from './zoned.ts';

/** The calendar of one location: look, book, move, and follow visits through the day. */
export const CalendarDesk = () => {
  const t = useWords('scheduling');
  const may = useMay();
  const { day, longDay, moment } = useFormats();
  useNativeScheme();
  const narrow = useMediaQuery('(max-width: 768px)');
  const { address, go } = useAddress();
  const { loaded, reload, sheet, week, today, date, who, locations, appointmentTypes } =
    useCalendar(address, go, narrow);
  const { describe, unseen } = useSayVisit(sheet);
  const mayBook = may(permissions.book);
  const mayChange = may(permissions.change);

  const changes = useChanges(reload);
  const [draft, setDraft] = useState<Partial<Draft>>();
  const [cancelling, setCancelling] = useState<CalendarAppointment>();
  const [help, setHelp] = useState(false);
  const visit = sheet?.appointments.find(({ documentId }) => documentId === address.visit);
  useBookFor(address.book, (patient) => {
    setDraft({ date, patient });
    go({ book: '' });
  });

  const step = (direction: -1 | 1) => go({ date: addDays(date, direction * (week ? 7 : 1)) });
  const newBooking = () => setDraft({ date: [date, today].sort().at(-1) ?? today });
  const shortcuts = useShortcuts({
    t: () => go({ date: '' }),
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    d: () => go({ view: 'day' }),
    w: () => go({ view: 'week' }),
    c: () => go({ by: address.by === 'chair' ? 'practitioner' : 'chair', who: '' }),
    b: () => mayBook && newBooking(),
    u: () => changes.done?.undo?.(),
    '?': () => setHelp(true),
    Escape: () => go({ visit: '' }),
  });

  const bookAt = ({ wall, column = who }: Place) => {
    if (!mayBook) return;
    const at = { date: wall.slice(0, 10), time: wall.slice(11, 16) };
    setDraft(address.by === 'chair' ? { ...at, chair: column } : { ...at, practitioner: column });
  };
  const drop = (moved: CalendarAppointment, { wall, column }: Place, putBack: () => void) => {
    if (!sheet) return;
    const start = instantOf(wall, sheet.zone);
    void changes.move(moved, { start, ...(column ? { [address.by]: column } : {}) }, putBack);
  };

  const noon = (of: string) => `${of}T12:00:00Z`;
  const title = week
    ? `${day(noon(mondayOf(date)), 'UTC')} – ${day(noon(addDays(mondayOf(date), 6)), 'UTC')}`
    : longDay(noon(date), 'UTC');

  return (
    <Page.Main>
      <Page.Title>{`${t('calendar')} · ${title}`}</Page.Title>
      <DeskFrame>
        <Typography variant="alpha" tag="h1">
          {title}
        </Typography>
        <Toolbar
          sheet={sheet}
          address={address}
          date={date}
          locations={locations}
          narrow={narrow}
          who={who}
          go={go}
          step={step}
          onBook={mayBook ? newBooking : undefined}
          onHelp={() => setHelp(true)}
        />
        {loaded.state === 'failed' && (
          <ProblemMessage error={loaded.error} retry={() => void reload()} />
        )}
        {loaded.state === 'loading' && <Skeleton lines={8} />}
        {sheet && (
          <div className="board">
            <Board
              sheet={sheet}
              by={address.by}
              who={who}
              mayMove={mayChange}
              chosen={visit?.documentId}
              label={t('calendar')}
              sayVisit={unseen}
              onVisit={({ documentId }) => go({ visit: documentId })}
              onFree={bookAt}
              onDrop={drop}
            />
            {visit && (
              <VisitPanel
                sheet={sheet}
                visit={visit}
                busy={changes.busy}
                onStatus={(to) => void changes.status(visit, to)}
                onMove={() => changes.setMoving({ visit, wanted: undefined, problem: undefined })}
                onCancel={() => setCancelling(visit)}
                onClose={() => go({ visit: '' })}
              />
            )}
          </div>
        )}
      </DeskFrame>
      {sheet && draft && (
        <BookDialog
          sheet={sheet}
          types={appointmentTypes}
          start={draft}
          onClose={() => setDraft(undefined)}
          onBooked={(booked) => {
            setDraft(undefined);
            changes.setDone({
              text: t('booked', {
                name: booked.patient?.name ?? '',
                when: moment(booked.start, sheet.zone),
              }),
            });
            go({ visit: booked.documentId, ...(week ? {} : { date: booked.start.slice(0, 10) }) });
            void reload();
          }}
        />
      )}
      {sheet && changes.moving && (
        <MoveDialog
          key={changes.moving.problem ? 'refused' : 'asked'}
          sheet={sheet}
          visit={changes.moving.visit}
          wanted={changes.moving.wanted}
          problem={changes.moving.problem}
          busy={changes.busy}
          onMove={(change) => changes.moving && void changes.move(changes.moving.visit, change)}
          onClose={() => changes.setMoving(undefined)}
        />
      )}
      {cancelling && (
        <CancelDialog
          what={describe(cancelling)}
          busy={changes.busy}
          onCancel={(reason) => {
            setCancelling(undefined);
            go({ visit: '' });
            void changes.status(cancelling, 'cancelled', reason);
          }}
          onClose={() => setCancelling(undefined)}
        />
      )}
      {help && <HelpDialog {...shortcuts} onClose={() => setHelp(false)} />}
      {changes.done && (
        <UndoBar
          text={changes.done.text}
          onUndo={changes.done.undo}
          onClose={() => changes.setDone(undefined)}
        />
      )}
    </Page.Main>
  );
};
