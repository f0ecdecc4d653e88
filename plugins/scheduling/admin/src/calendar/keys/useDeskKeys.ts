import type { CalendarAppointment } from '../../../../shared/calendar.ts';
import { isMovable } from '../../../../shared/statuses.ts';
import type { CalendarAddress } from '../address.ts';
import type { Sheet } from '../board/blocks.ts';
import type { useChanges } from '../change/useChanges.ts';
import type { DeskDialogsState } from '../useDeskDialogs.ts';
import { minutesOf } from '../zoned.ts';
import { useShortcuts } from './shortcuts.ts';
import { focusVisit, visitKeys } from './visitKeys.ts';

interface Desk {
  readonly sheet: Sheet | undefined;
  readonly address: CalendarAddress;
  readonly mayBook: boolean;
  readonly mayChange: boolean;
  readonly dialogs: DeskDialogsState;
  readonly changes: ReturnType<typeof useChanges>;
  readonly go: (change: Partial<CalendarAddress>) => void;
  readonly step: (direction: -1 | 1) => void;
}

const grain = 15;

/** Everything that the calendar does by key: for the page as a whole, and for a block that has the focus. */
export const useDeskKeys = (desk: Desk) => {
  const { sheet, address, mayBook, mayChange, dialogs, changes, go, step } = desk;
  const nextVisit = () =>
    sheet?.appointments.find(
      ({ end, status }) => status !== 'cancelled' && Date.parse(end) > Date.parse(sheet.now),
    )?.documentId;
  const shortcuts = useShortcuts({
    t: () => go({ date: '' }),
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    d: () => go({ view: 'day' }),
    w: () => go({ view: 'week' }),
    m: () => go({ view: 'month' }),
    a: () => go({ view: 'agenda' }),
    c: () => go({ by: address.by === 'chair' ? 'practitioner' : 'chair', who: '' }),
    b: () => mayBook && dialogs.book(),
    n: () => mayBook && dialogs.setSeeking(true),
    v: () => focusVisit(nextVisit()),
    u: () => changes.done?.undo?.(),
    '?': () => dialogs.setHelp(true),
    Escape: () => go({ visit: '' }),
  });

  const on =
    (act: (visit: CalendarAppointment) => void, allowed: (visit: CalendarAppointment) => boolean) =>
    (id: string) => {
      const visit = sheet?.appointments.find(({ documentId }) => documentId === id);
      if (visit && mayChange && allowed(visit)) act(visit);
    };
  const movable = ({ status }: CalendarAppointment) => isMovable(status);
  const resize = (by: number) =>
    on((visit) => {
      const duration = minutesOf(visit) + by;
      if (duration >= grain) void changes.move(visit, { duration });
    }, movable);
  const onVisit = visitKeys({
    open: (visit) => go({ visit }),
    move: on(
      (visit) => changes.setMoving({ visit, wanted: undefined, problem: undefined }),
      movable,
    ),
    longer: resize(grain),
    shorter: resize(-grain),
    next: on(
      (visit) => {
        const [to] = visit.moves;
        if (to) void changes.status(visit, to);
      },
      ({ moves: [to] }) => to !== undefined && to !== 'cancelled',
    ),
    cancel: on(dialogs.setCancelling, ({ moves }) => moves.includes('cancelled')),
  });
  return { shortcuts, onVisit };
};
