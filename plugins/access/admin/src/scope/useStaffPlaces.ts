import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { StaffPlaces, StaffPlacesAnswer } from '../../../shared/scope.ts';
import { scopePermissions } from '../../../shared/scope-permissions.ts';
import { useLoaded, useMay, useNotifyProblem, useWords } from '../kit/index.ts';
import { orderOf } from './places.ts';

const nothing: StaffPlacesAnswer = { data: [], meta: { places: [] } };

/** Who works where, and a way to say so; nobody and nothing for whoever may not. */
export const useStaffPlaces = () => {
  const t = useWords('scope');
  const may = useMay();
  const { get, put } = useFetchClient();
  const { toggleNotification } = useNotification();
  const notifyProblem = useNotifyProblem();
  const load = useCallback(
    async () =>
      may(scopePermissions.assign)
        ? (await get<StaffPlacesAnswer>('/access/staff-places')).data
        : nothing,
    [get, may],
  );
  const loaded = useLoaded(load);
  const { reload } = loaded;
  const save = async (
    { id, name }: Pick<StaffPlaces, 'id' | 'name'>,
    chosen: readonly string[],
  ) => {
    try {
      await put(`/access/staff-places/${id}`, orderOf(chosen));
      toggleNotification({ type: 'success', message: t('staff.saved', { name }) });
      await reload();
    } catch (error) {
      notifyProblem(error);
    }
  };
  return { loaded, save };
};
