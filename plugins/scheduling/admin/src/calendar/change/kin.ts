import { useLoaded } from '@enamel/access/admin';
import { useCallback } from 'react';
import type { CalendarAppointment } from '../../../../shared/calendar.ts';
import type { Kin, KinVisit } from '../../../../shared/series.ts';
import { type ManyScope, useDeskMany } from '../deskMany.ts';

export type Scope = 'one' | ManyScope;

const alone: Kin = { following: [], group: [] };

/** What a change of a visit may reach. */
export const useKin = ({ documentId, seriesId, groupId }: CalendarAppointment): Kin => {
  const desk = useDeskMany();
  const joined = seriesId !== null || groupId !== null;
  const load = useCallback(
    async () => (joined ? desk.kin(documentId) : alone),
    [desk, joined, documentId],
  );
  const loaded = useLoaded(load);
  return loaded.state === 'ready' ? loaded.data : alone;
};

export const reachOf = (kin: Kin, scope: Scope): readonly KinVisit[] =>
  scope === 'one' ? [] : kin[scope];

/** How many others the words of a scope count: those that follow, or all of a group. */
export const countOf = (kin: Kin, scope: Scope): number =>
  scope === 'following' ? kin.following.length - 1 : reachOf(kin, scope).length;

export const scopesOf = (kin: Kin): Scope[] =>
  (['one', 'following', 'group'] as const).filter(
    (scope) => scope === 'one' || kin[scope].length > 1,
  );
