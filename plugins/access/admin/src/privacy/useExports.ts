import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import type { DataExport } from '../../../../audit/shared/index.ts';
import { problemOf, useLoaded, useNotifyProblem, useWords } from '../kit/index.ts';
import { useSave } from '../trail/save.ts';

/** Copies of a patient's data; looks again by itself while one is being made. */
export const useExports = (patient: string) => {
  const t = useWords('privacy');
  const { get, post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const notifyProblem = useNotifyProblem();
  const save = useSave();
  const [busy, setBusy] = useState(false);
  const path = `/access/patients/${patient}/exports`;
  const loaded = useLoaded(
    useCallback(async () => (await get<{ data: DataExport[] }>(path)).data.data, [get, path]),
  );
  const { reload } = loaded;
  const underway = loaded.state === 'ready' && loaded.data.some(({ state }) => state === 'asked');
  useEffect(() => {
    if (!underway) return;
    const again = setInterval(() => void reload(), 2_000);
    return () => clearInterval(again);
  }, [underway, reload]);

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (failure) {
      const key = `problem.${problemOf(failure).code}`;
      const known = t(key);
      if (known === key) notifyProblem(failure);
      else toggleNotification({ type: 'warning', message: known });
    } finally {
      setBusy(false);
      await reload();
    }
  };
  const make = () =>
    attempt(async () => {
      await post(path, {});
      toggleNotification({ type: 'success', message: t('made') });
    });
  const download = (id: string) => attempt(() => save(`${path}/${id}/archive`, 'my-data.zip'));
  return { loaded, underway, busy, make, download };
};
