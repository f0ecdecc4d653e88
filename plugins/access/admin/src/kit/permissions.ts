import { useAuth } from '@strapi/strapi/admin';
import { useCallback } from 'react';

/** `const may = useMay()`; `may('plugin::billing.invoices.issue')`. What the server allows is still its own to judge. */
export const useMay = () => {
  const permissions = useAuth('useMay', ({ permissions: held }) => held);
  return useCallback(
    (action: string) => permissions.some((permission) => permission.action === action),
    [permissions],
  );
};
