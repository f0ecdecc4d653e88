import { permissions } from '../../../shared/permissions.ts';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT';

const route = (method: Method, path: string, handler: string, action: string) => ({
  method,
  path,
  handler: `desk.${handler}`,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [action] } },
    ],
  },
});

export const deskRoutes = {
  type: 'admin' as const,
  routes: [
    route('GET', '/calendar', 'calendar', permissions.read),
    route('GET', '/month', 'month', permissions.read),
    route('GET', '/next-free', 'nextFree', permissions.book),
    route('GET', '/today', 'today', permissions.read),
    route('GET', '/resources', 'resources', permissions.read),
    route('GET', '/patients', 'patients', permissions.book),
    route('POST', '/appointments', 'book', permissions.book),
    route('PATCH', '/appointments/:documentId', 'change', permissions.change),
    // The panel's own client speaks no PATCH.
    route('PUT', '/appointments/:documentId', 'change', permissions.change),
    route('POST', '/appointments/:documentId/status', 'status', permissions.change),
    route('POST', '/appointments/:documentId/take-back', 'takeBack', permissions.change),
  ],
};
