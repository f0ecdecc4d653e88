import { problemOf, useAttemptKey, useFormats, useWords } from '@enamel/access/admin';
import { useCallback, useState } from 'react';
import type { CalendarAppointment, StaffChange } from '../../../../shared/calendar.ts';
import type { AppointmentStatus } from '../../../../shared/statuses.ts';
import { useDesk } from '../desk.ts';
import { bookedAgain, placeOf } from './undo.ts';
import { useDoing } from './useDoing.ts';
import { type RefusedMove, useManyChanges } from './useManyChanges.ts';

/** Changes of visits from the calendar: each tells what was done and can be taken back; a refusal keeps what was wanted. */
export const useChanges = (reload: () => Promise<void>, zone: string | undefined) => {
  const t = useWords('scheduling');
  const { moment } = useFormats();
  const desk = useDesk();
  const keyOf = useAttemptKey();
  const doing = useDoing(reload);
  const { busy, done, setDone, during, undoing, notify } = doing;
  const [moving, setMoving] = useState<RefusedMove>();
  const many = useManyChanges(doing, setMoving);

  const move = useCallback(
    (visit: CalendarAppointment, change: StaffChange, putBack: () => void = () => undefined) =>
      during(async () => {
        try {
          await desk.change(visit.documentId, change);
        } catch (failure) {
          putBack();
          setMoving({ visit, scope: 'one', wanted: change, problem: problemOf(failure) });
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
    [desk, during, reload, setDone, t, undoing],
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
              : again && undoing(() => desk.book(again, keyOf(again)), t('undone.cancel'));
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
    [desk, during, keyOf, notify, reload, setDone, t, undoing],
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
    [desk, moment, reload, setDone, t, undoing, zone],
  );

  return { busy, done, setDone, moving, setMoving, move, status, booked, ...many };
};
