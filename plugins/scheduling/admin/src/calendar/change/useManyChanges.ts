import { type Problem, problemOf, useWords } from '@enamel/access/admin';
import { useCallback, useState } from 'react';
import type { CalendarAppointment, StaffChange } from '../../../../shared/calendar.ts';
import type { KinVisit, ManyAnswer } from '../../../../shared/series.ts';
import { type ManyMove, type ManyScope, useDeskMany } from '../deskMany.ts';
import type { Scope } from './kin.ts';
import type { Doing } from './useDoing.ts';

/** A move that is being thought of: whose, how far it reaches, and why it was refused. */
export interface RefusedMove {
  readonly visit: CalendarAppointment;
  readonly scope: Scope;
  readonly wanted: StaffChange | undefined;
  readonly problem: Problem | undefined;
}

/** What became of several visits, when not all could be changed. */
export interface Outcome extends Pick<ManyAnswer['data'], 'changed' | 'stayed'> {
  readonly what: 'moved' | 'cancelled';
}

/** Changes of a visit together with those that follow it, or with its group. */
export const useManyChanges = (
  { during, undoing, notify, setDone, reload }: Doing,
  setMoving: (moving: RefusedMove | undefined) => void,
) => {
  const t = useWords('scheduling');
  const desk = useDeskMany();
  const [outcome, setOutcome] = useState<Outcome>();

  /** Says what changed; what stayed is listed instead. */
  const tell = useCallback(
    (what: Outcome['what'], { changed, stayed }: ManyAnswer['data'], undo?: () => void) => {
      if (stayed.length > 0) setOutcome({ what, changed, stayed });
      else
        setDone({ text: t(`many.${what}`, { count: changed.length }), ...(undo ? { undo } : {}) });
    },
    [setDone, t],
  );

  const cancelMany = useCallback(
    (visit: CalendarAppointment, scope: ManyScope, reason: string) =>
      during(async () => {
        try {
          tell('cancelled', await desk.cancel(visit.documentId, scope, reason));
        } catch (failure) {
          notify(failure);
        }
        await reload();
      }),
    [desk, during, notify, reload, tell],
  );

  const moveMany = useCallback(
    (visit: CalendarAppointment, scope: ManyScope, to: ManyMove, kin: readonly KinVisit[]) =>
      during(async () => {
        const { documentId, start } = visit;
        try {
          const answer = await desk.move(documentId, scope, to);
          setMoving(undefined);
          // Visits of several people that now have one do not go back in one go.
          const practitioner = visit.practitioner ?? '';
          const alike = kin.every((each) => each.practitioner === practitioner);
          const back = { start, ...(to.practitioner ? { practitioner } : {}) };
          const undo =
            !to.practitioner || alike
              ? undoing(() => desk.move(documentId, scope, back), t('undone'))
              : undefined;
          tell('moved', answer, undo);
        } catch (failure) {
          setMoving({ visit, scope, wanted: to, problem: problemOf(failure) });
          return;
        }
        await reload();
      }),
    [desk, during, reload, setMoving, t, tell, undoing],
  );

  const bookedMany = useCallback(
    (first: string, scope: ManyScope, count: number) => {
      const reason = t('booked.by-mistake');
      setDone({
        text: t('many.booked', { count }),
        undo: undoing(() => desk.cancel(first, scope, reason), t('many.undone', { count })),
      });
      void reload();
    },
    [desk, reload, setDone, t, undoing],
  );

  return { outcome, setOutcome, cancelMany, moveMany, bookedMany };
};
