import { permissions } from '../../../shared/permissions.ts';
import { staffRoute } from './staff.ts';

export const historyRoutes = {
  type: 'admin' as const,
  routes: [staffRoute('GET', '/appointments/:documentId/moves', 'history.moves', permissions.read)],
};
