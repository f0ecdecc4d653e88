import {
  type Problem,
  problemOf,
  useFormats,
  useNotifyProblem,
  useProblemText,
  useWords,
} from '@enamel/access/admin';
import { useCallback, useRef, useState } from 'react';
import type { CalendarAppointment, StaffChange } from '../../../../shared/calendar.ts';
import type { AppointmentStatus } from '../../../../shared/statuses.ts';
import { useDesk } from '../desk.ts';
import { bookedAgain, placeOf } from './undo.ts';

export interface RefusedMove {
  readonly visit: CalendarAppointment;
  readonly wanted: StaffChange | undefined;
  readonly problem: Problem | undefined;
}

export interface Done {
  readonly text: string;
  readonly undo?: () => void;
  /** Document id of the visit that gave its time back. */
  readonly gap?: string;
}

/** Changes of visits from the calendar: each tells what was done and can be taken back; a refusal keeps what was wanted. */
export const useChanges = (reload: () => Promise<void>, zone: string | undefined) => {
  const t = useWords('scheduling');
  const { moment } = useFormats();
  const desk = useDesk();
  const notify = useNotifyProblem();
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Done>();
  const [moving, setMoving] = useState<RefusedMove>();
  const working = useRef(false);

  const during = useCallback(async (work: () => Promise<void>) => {
    if (working.current) return;
    working.current = true;
    setBusy(true);
    try {
      await work();
    } finally {
      working.current = false;
      setBusy(false);
    }
  }, []);

  /** Takes something back and says so, or says why it stays. */
  const undoing = useCallback(
    (work: () => Promise<unknown>, text: string) => () =>
      void during(async () => {
        try {
          await work();
          setDone({ text });
        } catch (failure) {
          const problem = problemOf(failure);
          const own = t(`problem.${problem.code}`);
          const why = own.startsWith('problem.') ? problemText(problem) : own;
          setDone({ text: t('undo.failed', { why }) });
        }
        await reload();
      }),
    [during, problemText, reload, t],
  );

  const move = useCallback(
    (visit: CalendarAppointment, change: StaffChange, putBack: () => void = () => undefined) =>
      during(async () => {
        try {
          await desk.change(visit.documentId, change);
        } catch (failure) {
          putBack();
          setMoving({ visit, wanted: change, problem: problemOf(failure) });
          return;
        }
        setMoving(undefined);
        await reload();
        const name = visit.patient?.name ?? '';
        const resized = change.duration !== undefined && change.start === undefined;
        setDone({
          text: resized ? t('resized', { name, minutes: change.duration }) : t('moved', { name }),
          undo: undoing(() => desk.change(visit.documentId, placeOf(visit)), t('undone')),
        });
      }),
    [desk, during, reload, t, undoing],
  );

  const status = useCallback(
    (visit: CalendarAppointment, to: AppointmentStatus, reason?: string) =>
      during(async () => {
        try {
          await desk.status(visit.documentId, { to, ...(reason ? { reason } : {}) });
          const again = bookedAgain(visit);
          const undo =
            to !== 'cancelled'
              ? undoing(() => desk.takeBack(visit.documentId, visit.status), t('undone.step'))
              : again && undoing(() => desk.book(again), t('undone.cancel'));
          setDone({
            text: t('now-is', { name: visit.patient?.name ?? '', state: t(`state.${to}`) }),
            ...(undo ? { undo } : {}),
            ...(to === 'cancelled' ? { gap: visit.documentId } : {}),
          });
        } catch (failure) {
          notify(failure);
        }
        await reload();
      }),
    [desk, during, notify, reload, t, undoing],
  );

  const cancelMany = useCallback(
    (visit: CalendarAppointment, scope: 'following' | 'group', reason: string) =>
      during(async () => {
        try {
          const { changed, stayed } = await desk.cancelMany(visit.documentId, scope, reason);
          const counts = { count: changed.length, stayed: stayed.length };
          setDone({ text: t('many.cancelled', counts) });
        } catch (failure) {
          notify(failure);
        }
        await reload();
      }),
    [desk, during, notify, reload, t],
  );

  const booked = useCallback(
    (visit: CalendarAppointment) => {
      const reason = t('booked.by-mistake');
      setDone({
        text: t('booked', { name: visit.patient?.name ?? '', when: moment(visit.start, zone) }),
        undo: undoing(
          () => desk.status(visit.documentId, { to: 'cancelled', reason }),
          t('undone.booking'),
        ),
      });
      void reload();
    },
    [desk, moment, reload, t, undoing, zone],
  );

  return { busy, done, setDone, moving, setMoving, move, status, cancelMany, booked };
};
