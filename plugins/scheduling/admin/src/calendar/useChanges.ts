import { type Problem, problemOf, useNotifyProblem, useWords } from '@enamel/access/admin';
import { useCallback, useRef, useState } from 'react';
import type { CalendarAppointment, StaffChange } from '../../../shared/calendar.ts';
import type { AppointmentStatus } from '../../../shared/statuses.ts';
import { useDesk } from './desk.ts';

export interface RefusedMove {
  readonly visit: CalendarAppointment;
  readonly wanted: StaffChange | undefined;
  readonly problem: Problem | undefined;
}

export interface Done {
  readonly text: string;
  readonly undo?: () => void;
}

/** Changes of visits from the calendar: each tells what was done, a move can be taken back, a refusal keeps what was wanted. */
export const useChanges = (reload: () => Promise<void>) => {
  const t = useWords('scheduling');
  const desk = useDesk();
  const notify = useNotifyProblem();
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
        const { start, practitioner, chair, overbooked, overbookReason } = visit;
        const before: StaffChange = {
          start,
          ...(practitioner ? { practitioner } : {}),
          ...(chair ? { chair } : {}),
          ...(overbooked ? { overbooked, overbookReason: overbookReason ?? '' } : {}),
        };
        setDone({
          text: t('moved', { name: visit.patient?.name ?? '' }),
          undo: () =>
            void during(async () => {
              try {
                await desk.change(visit.documentId, before);
                setDone({ text: t('undone') });
              } catch (failure) {
                notify(failure);
              }
              await reload();
            }),
        });
      }),
    [desk, during, notify, reload, t],
  );

  const status = useCallback(
    (visit: CalendarAppointment, to: AppointmentStatus, reason?: string) =>
      during(async () => {
        try {
          await desk.status(visit.documentId, { to, ...(reason ? { reason } : {}) });
          setDone({
            text: t('now-is', { name: visit.patient?.name ?? '', state: t(`state.${to}`) }),
          });
        } catch (failure) {
          notify(failure);
        }
        await reload();
      }),
    [desk, during, notify, reload, t],
  );

  return { busy, done, setDone, moving, setMoving, move, status };
};
