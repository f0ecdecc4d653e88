import type { CalendarAppointment } from '../../../../shared/calendar.ts';
import { isMovable } from '../../../../shared/statuses.ts';
import type { CalendarAddress } from '../address.ts';
import type { Sheet } from '../board/blocks.ts';
import type { useChanges } from '../change/useChanges.ts';
import type { DeskDialogsState } from '../useDeskDialogs.ts';
import { minutesOf } from '../zoned.ts';
import { byKey, type DeskAct, everywhere } from './keys.ts';
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
const meaning = byKey(everywhere);

/** Everything that the calendar does by key: for the page as a whole, and for a block that has the focus. */
export const useDeskKeys = (desk: Desk) => {
  const { sheet, address, mayBook, mayChange, dialogs, changes, go, step } = desk;
  const nextVisit = () =>
    sheet?.appointments.find(
      ({ end, status }) => status !== 'cancelled' && Date.parse(end) > Date.parse(sheet.now),
    )?.documentId;
  const acts: Readonly<Record<DeskAct, () => void>> = {
    today: () => go({ date: '' }),
    earlier: () => step(-1),
    later: () => step(1),
    day: () => go({ view: 'day' }),
    week: () => go({ view: 'week' }),
    month: () => go({ view: 'month' }),
    agenda: () => go({ view: 'agenda' }),
    columns: () => go({ by: address.by === 'chair' ? 'practitioner' : 'chair', who: '' }),
    book: () => mayBook && dialogs.book(),
    'next-free': () => mayBook && dialogs.setSeeking(true),
    visit: () => focusVisit(nextVisit()),
    undo: () => changes.done?.undo?.(),
    help: () => dialogs.setHelp(true),
    close: () => go({ visit: '' }),
  };
  const shortcuts = useShortcuts((key) => {
    const act = meaning[key];
    return act && acts[act];
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
      (visit) => changes.setMoving({ visit, scope: 'one', wanted: undefined, problem: undefined }),
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
