import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import type { ErasureDetail } from '../../../../audit/shared/index.ts';
import { problemOf, useLoaded, useNotifyProblem, useWords } from '../kit/index.ts';

/** One request to be erased, what it would do, and how it is answered. */
export const useErasure = (id: string) => {
  const t = useWords('privacy');
  const { get, post, put } = useFetchClient();
  const { toggleNotification } = useNotification();
  const notifyProblem = useNotifyProblem();
  const [busy, setBusy] = useState(false);
  const loaded = useLoaded(
    useCallback(
      async () => (await get<{ data: ErasureDetail }>(`/access/erasures/${id}`)).data.data,
      [get, id],
    ),
  );
  /** @returns whether it was done */
  const attempt = async (work: () => Promise<unknown>, done: string): Promise<boolean> => {
    setBusy(true);
    try {
      await work();
      toggleNotification({ type: 'success', message: t(done) });
      return true;
    } catch (failure) {
      const key = `problem.${problemOf(failure).code}`;
      const known = t(key);
      if (known === key) notifyProblem(failure);
      else toggleNotification({ type: 'warning', message: known });
      return false;
    } finally {
      setBusy(false);
      await loaded.reload();
    }
  };
  return {
    loaded,
    busy,
    approve: () => attempt(() => post(`/access/erasures/${id}/approve`, {}), 'erased'),
    refuse: (reason: string) =>
      attempt(() => post(`/access/erasures/${id}/refuse`, { reason }), 'refused'),
    putOff: (reason: string) =>
      attempt(() => post(`/access/erasures/${id}/put-off`, { reason }), 'put-off.done'),
    hold: (patient: string, reason: string | null) =>
      attempt(
        () => put(`/access/patients/${patient}/legal-hold`, { reason }),
        reason === null ? 'hold.lifted' : 'hold.put',
      ),
  };
};
