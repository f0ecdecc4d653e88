import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';

/** Takes a file of the server home under a name. */
export const useSave = () => {
  const { get } = useFetchClient();
  return useCallback(
    async (path: string, name: string): Promise<void> => {
      const { data } = await get<Blob>(path, { responseType: 'blob' });
      const address = URL.createObjectURL(data);
      Object.assign(document.createElement('a'), { href: address, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    },
    [get],
  );
};
