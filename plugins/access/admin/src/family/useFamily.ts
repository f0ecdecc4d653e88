import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { Family, NewRelation } from '../../../shared/family.ts';
import { useLoaded } from '../kit/index.ts';

/** A patient's family, and what can be done about it; each act reads it anew. */
export const useFamily = (patient: string) => {
  const { get, post } = useFetchClient();
  const path = `/access/patients/${patient}/family`;
  const load = useCallback(async () => (await get<{ data: Family }>(path)).data.data, [get, path]);
  const loaded = useLoaded(load);
  const { reload } = loaded;
  const acting = async (work: Promise<unknown>) => {
    await work;
    await reload();
  };
  return {
    loaded,
    add: (relation: NewRelation) => acting(post(path, relation)),
    confirm: (id: string) => acting(post(`${path}/${id}/confirm`)),
    remove: (id: string) => acting(post(`${path}/${id}/remove`)),
  };
};
