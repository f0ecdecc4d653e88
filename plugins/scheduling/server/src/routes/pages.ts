import { permissions } from '../../../shared/permissions.ts';

const route = (method: 'GET' | 'POST', path: string, handler: string, action: string) => ({
  method,
  path,
  handler: `pages.${handler}`,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [action] } },
    ],
  },
});

/** The panel's pages beside the calendar. */
export const pageRoutes = {
  type: 'admin' as const,
  routes: [
    route('GET', '/waiting-room', 'waitingRoom', permissions.read),
    route('GET', '/day-sheet', 'daySheet', permissions.read),
    route('GET', '/visits', 'visits', permissions.read),
    route('GET', '/visits/csv', 'visitsCsv', permissions.read),
    route('POST', '/appointments/:documentId/seat', 'seat', permissions.change),
  ],
};
