import { useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import type { ResourcesAnswer } from '../../../shared/calendar.ts';
import type { PeopleAnswer } from '../../../shared/people.ts';
import type {
  FreeGap,
  GapPerson,
  Offer,
  OfferOrder,
  OfferSettings,
  Preferences,
  SuitableTime,
  WaitListEntry,
  WaitListPage,
} from '../../../shared/wait-list.ts';

export interface EntryForm extends Preferences {
  readonly note: string;
  readonly urgent: boolean;
}

export interface NewEntry extends EntryForm {
  readonly patient: string;
  readonly appointmentType: string;
  readonly location: string;
}

interface Data<T> {
  readonly data: T;
}

/** What the panel asks of the wait list's server. */
export const useWaitList = () => {
  const { get, post, put } = useFetchClient();
  return useMemo(() => {
    const read = async <T>(path: string) => (await get<Data<T>>(`/scheduling${path}`)).data.data;
    const send = async <T>(path: string, body: object = {}) =>
      (await post<Data<T>>(`/scheduling${path}`, body)).data.data;
    const entry = (id: string, what = '') => `/wait-list/${id}${what && `/${what}`}`;
    return {
      page: async (query: string) =>
        (await get<WaitListPage>(`/scheduling/wait-list?${query}`)).data,
      choices: async () => {
        const [resources, people] = await Promise.all([
          read<ResourcesAnswer['data']>('/resources'),
          read<PeopleAnswer['data']>('/people'),
        ]);
        return { ...resources, people };
      },
      add: (made: NewEntry) => send<WaitListEntry>('/wait-list', made),
      change: async (id: string, form: EntryForm) =>
        (await put<Data<WaitListEntry>>(`/scheduling${entry(id)}`, form)).data.data,
      settings: async (wanted: OfferSettings) =>
        (await put<Data<OfferSettings>>('/scheduling/wait-list/settings', wanted)).data.data,
      close: (id: string) => send<WaitListEntry>(entry(id, 'close')),
      times: (id: string) => read<readonly SuitableTime[]>(entry(id, 'times')),
      bookEntry: (id: string, time: { practitioner: string; start: string }) =>
        send<unknown>(entry(id, 'book'), time),
      offer: (order: OfferOrder) => send<Offer>('/wait-list/offers', order),
      withdraw: (id: string) => send<null>(`/wait-list/offers/${id}/withdraw`),
      gaps: (query: string) => read<readonly FreeGap[]>(`/gaps?${query}`),
      gap: (id: number) => read<{ gap: FreeGap; candidates: readonly GapPerson[] }>(`/gaps/${id}`),
      dismiss: (id: number) => send<null>(`/gaps/${id}/dismiss`),
      book: (visit: object) => send<unknown>('/appointments', visit),
    };
  }, [get, post, put]);
};
