import { useAuth } from '@strapi/strapi/admin';
import { useEffect } from 'react';

/**
 * Tells the document whether the signed-in person has any settings to set: Strapi shows that link to everyone. Runs
 * inside the signed-in panel, before its first page.
 */
export const MenuScope = ({ setPlugin }: { setPlugin: (plugin: string) => void }) => {
  const permissions = useAuth('MenuScope', (state) => state.permissions);
  const loading = useAuth('MenuScope', (state) => state.isLoading);
  useEffect(() => {
    if (loading) return;
    const settles = permissions.some(({ action }) => action.startsWith('admin::'));
    document.documentElement.dataset.settings = settles ? 'some' : 'none';
    setPlugin('access');
  }, [loading, permissions, setPlugin]);
  return null;
};
