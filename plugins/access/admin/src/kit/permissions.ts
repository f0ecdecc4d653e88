import { useAuth } from '@strapi/strapi/admin';
import { useCallback } from 'react';

/** `const may = useMay()`; `may('plugin::billing.invoices.issue')`, of a noun with its uid. What the server allows is still its own to judge. */
export const useMay = () => {
  const permissions = useAuth('useMay', ({ permissions: held }) => held);
  return useCallback(
    (action: string, subject?: string) =>
      permissions.some(
        (permission) =>
          permission.action === action && (subject === undefined || permission.subject === subject),
      ),
    [permissions],
  );
};
