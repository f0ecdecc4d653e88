import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useLoaded } from '../kit/loading.ts';

export interface Role {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly description: string | null;
}

export const useRoles = () => {
  const { get } = useFetchClient();
  const load = useCallback(
    async () => (await get<{ data: Role[] }>('/admin/roles?sort=id:ASC')).data.data,
    [get],
  );
  return useLoaded(load);
};
