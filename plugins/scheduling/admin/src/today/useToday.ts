import { useLoaded } from '@enamel/access/admin';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { ResourcesAnswer, TodayAnswer } from '../../../shared/calendar.ts';
import { useLive } from '../calendar/live.ts';

type Sheet = TodayAnswer['data'];
export type TodayVisit = Sheet['appointments'][number] & { readonly zone: string };

export interface Today {
  readonly now: string;
  readonly zone: string;
  /** Document id of the signed-in practitioner; null for everyone else. */
  readonly self: string | null;
  readonly visits: readonly TodayVisit[];
}

/** Today's visits of all locations, in order; a practitioner's own only. Read anew when somebody changes one. */
export const useToday = () => {
  const { get } = useFetchClient();
  const load = useCallback(async (): Promise<Today> => {
    const [resources, identity] = await Promise.all([
      get<ResourcesAnswer>('/scheduling/resources'),
      get<{ data: { practitioner: string | null } }>('/access/self'),
    ]);
    const self = identity.data.data.practitioner;
    const sheets = await Promise.all(
      resources.data.data.locations.map(async ({ documentId }) => {
        const { data } = await get<TodayAnswer>(`/scheduling/today?location=${documentId}`);
        return data.data;
      }),
    );
    const visits = sheets
      .flatMap(({ appointments, zone }) => appointments.map((visit) => ({ ...visit, zone })))
      .filter(({ status }) => status !== 'cancelled')
      .filter(({ practitioner }) => !self || practitioner === self)
      .sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
    const { now = new Date().toISOString(), zone = 'UTC' } = sheets[0] ?? {};
    return { now, zone, self, visits };
  }, [get]);
  const loaded = useLoaded(load);
  const { reload } = loaded;
  useLive(undefined, () => void reload());
  return loaded;
};
