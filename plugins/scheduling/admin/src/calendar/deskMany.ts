import { useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import type { StaffBooking } from '../../../shared/calendar.ts';
import type {
  GroupAnswer,
  GroupItem,
  GroupSlot,
  GroupSlotsAnswer,
} from '../../../shared/groups.ts';
import type {
  Kin,
  ManyAnswer,
  Repeat,
  SeriesAnswer,
  SeriesPreview,
} from '../../../shared/series.ts';
import { under } from './desk.ts';

/** A visit and its kin: those that follow it in its series, or its group. */
export type ManyScope = 'following' | 'group';

/** `start` is that of the visit that is named. */
export interface ManyMove {
  readonly start?: string;
  readonly practitioner?: string;
}

type Repeating = StaffBooking & { readonly repeat: Repeat };

interface GroupBooking {
  readonly items: readonly GroupItem[];
  readonly location: string;
  readonly start: string;
  readonly reason?: string;
}

/** What the panel asks of scheduling's server about several visits at once. */
export const useDeskMany = () => {
  const { get, post } = useFetchClient();
  return useMemo(() => {
    const many = (visit: string, scope: ManyScope) =>
      `/scheduling/appointments/${visit}/${scope}` as const;
    return {
      kin: async (visit: string) =>
        (await get<{ data: Kin }>(`/scheduling/appointments/${visit}/kin`)).data.data,
      previewSeries: async (booking: Repeating) =>
        (await post<SeriesPreview>('/scheduling/series/preview', booking)).data.data,
      bookSeries: async (booking: Repeating, key: string) =>
        (await post<SeriesAnswer>('/scheduling/series', booking, under(key))).data.data,
      groupSlots: async (
        asked: Pick<GroupBooking, 'items' | 'location'> & { readonly from: string },
      ): Promise<readonly GroupSlot[]> =>
        (await post<GroupSlotsAnswer>('/scheduling/groups/slots', asked)).data.data,
      bookGroup: async (booking: GroupBooking, key: string) =>
        (await post<GroupAnswer>('/scheduling/groups', booking, under(key))).data.data,
      move: async (visit: string, scope: ManyScope, to: ManyMove) =>
        (await post<ManyAnswer>(`${many(visit, scope)}/move`, to)).data.data,
      cancel: async (visit: string, scope: ManyScope, reason: string) =>
        (await post<ManyAnswer>(`${many(visit, scope)}/cancel`, { reason })).data.data,
    };
  }, [get, post]);
};
