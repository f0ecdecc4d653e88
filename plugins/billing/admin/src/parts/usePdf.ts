import { useNotifyProblem } from '@enamel/access/admin';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';

/** Opens an invoice's PDF beside the panel. */
export const usePdf = () => {
  const { get } = useFetchClient();
  const notifyProblem = useNotifyProblem();
  return useCallback(
    async (documentId: string) => {
      // Opened at once: a browser lets a click open a window, not an answer that comes later.
      const beside = window.open('', '_blank');
      try {
        const { data } = await get<Blob>(`/billing/invoices/${documentId}/pdf`, {
          responseType: 'blob',
        });
        const address = URL.createObjectURL(new Blob([data], { type: 'application/pdf' }));
        if (beside) beside.location.href = address;
        else window.location.href = address;
        setTimeout(() => URL.revokeObjectURL(address), 60_000);
      } catch (error) {
        beside?.close();
        notifyProblem(error);
      }
    },
    [get, notifyProblem],
  );
};
