import type { CalendarAppointment, ResourcesAnswer } from '../../../shared/calendar.ts';
import { FillLink } from '../wait-list/FillLink.tsx';
import type { CalendarAddress } from './address.ts';
import type { Sheet } from './board/blocks.ts';
import { BookDialog } from './book/BookDialog.tsx';
import { NextFreeDialog } from './book/NextFreeDialog.tsx';
import { CancelDialog } from './change/CancelDialog.tsx';
import { MoveDialog } from './change/MoveDialog.tsx';
import { OutcomeDialog } from './change/OutcomeDialog.tsx';
import { UndoBar } from './change/UndoBar.tsx';
import type { useChanges } from './change/useChanges.ts';
import { HelpDialog } from './keys/HelpDialog.tsx';
import type { DeskDialogsState } from './useDeskDialogs.ts';
import { wallOf } from './zoned.ts';

interface Properties {
  readonly sheet: Sheet | undefined;
  readonly address: CalendarAddress;
  readonly who: string;
  readonly types: ResourcesAnswer['data']['appointmentTypes'];
  readonly dialogs: DeskDialogsState;
  readonly changes: ReturnType<typeof useChanges>;
  readonly shortcuts: { readonly on: boolean; readonly turn: (on: boolean) => void };
  readonly describe: (visit: CalendarAppointment) => string;
  readonly go: (change: Partial<CalendarAddress>) => void;
}

/** All that opens above the calendar. */
export const DeskDialogs = (properties: Properties) => {
  const { sheet, address, who, types, dialogs, changes, shortcuts, describe, go } = properties;
  const { draft, setDraft, cancelling, setCancelling, help, setHelp, seeking, setSeeking } =
    dialogs;
  const { moving, done } = changes;
  return (
    <>
      {sheet && draft && (
        <BookDialog
          sheet={sheet}
          types={types}
          start={draft}
          onClose={() => setDraft(undefined)}
          onBooked={(booked) => {
            setDraft(undefined);
            changes.booked(booked);
            const date = booked.start.slice(0, 10);
            go({ visit: booked.documentId, ...(address.view === 'day' ? { date } : {}) });
          }}
          onBookedGroup={({ booked }) => {
            setDraft(undefined);
            const [first] = booked;
            if (!first) return;
            changes.bookedMany(first.documentId, 'group', booked.length);
            if (address.view === 'day') go({ date: first.start.slice(0, 10) });
          }}
        />
      )}
      {sheet && moving && (
        <MoveDialog
          key={moving.problem ? 'refused' : 'asked'}
          sheet={sheet}
          visit={moving.visit}
          scope={moving.scope}
          wanted={moving.wanted}
          problem={moving.problem}
          busy={changes.busy}
          onMove={(change) => void changes.move(moving.visit, change)}
          onMoveMany={(scope, to, kin) => void changes.moveMany(moving.visit, scope, to, kin)}
          onClose={() => changes.setMoving(undefined)}
        />
      )}
      {sheet && seeking && (
        <NextFreeDialog
          sheet={sheet}
          types={types}
          type={address.type}
          practitioner={address.by === 'practitioner' ? who : ''}
          onClose={() => setSeeking(false)}
          onShow={({ start }) => {
            setSeeking(false);
            go({ view: 'day', date: start.slice(0, 10) });
          }}
          onBook={({ start, practitioner }, appointmentType) => {
            setSeeking(false);
            const wall = wallOf(start, sheet.zone);
            const [date, time] = [wall.slice(0, 10), wall.slice(11)];
            go({ view: 'day', date });
            setDraft({ date, time, practitioner, appointmentType });
          }}
        />
      )}
      {sheet && cancelling && (
        <CancelDialog
          sheet={sheet}
          visit={cancelling}
          what={describe(cancelling)}
          busy={changes.busy}
          onCancel={(reason, scope) => {
            setCancelling(undefined);
            go({ visit: '' });
            if (scope === 'one') void changes.status(cancelling, 'cancelled', reason);
            else void changes.cancelMany(cancelling, scope, reason);
          }}
          onClose={() => setCancelling(undefined)}
        />
      )}
      {sheet && changes.outcome && (
        <OutcomeDialog
          outcome={changes.outcome}
          sheet={sheet}
          onClose={() => changes.setOutcome(undefined)}
        />
      )}
      {help && <HelpDialog {...shortcuts} onClose={() => setHelp(false)} />}
      {done && (
        <UndoBar
          key={done.text}
          text={done.text}
          onUndo={done.undo}
          onClose={() => changes.setDone(undefined)}
        >
          {done.gap && <FillLink visit={done.gap} status="cancelled" />}
        </UndoBar>
      )}
    </>
  );
};
