import { permissions } from '../../../shared/permissions.ts';
import { staffRoute } from './staff.ts';

/** The panel's pages beside the calendar. */
export const pageRoutes = {
  type: 'admin' as const,
  routes: [
    staffRoute('GET', '/people', 'pages.people', permissions.read),
    staffRoute('GET', '/waiting-room', 'pages.waitingRoom', permissions.read),
    staffRoute('GET', '/day-sheet', 'pages.daySheet', permissions.read),
    staffRoute('GET', '/visits', 'pages.visits', permissions.read),
    staffRoute('GET', '/visits/csv', 'pages.visitsCsv', permissions.read),
    staffRoute('POST', '/appointments/:documentId/seat', 'pages.seat', permissions.change),
    staffRoute('GET', '/explain', 'explain.why', permissions.explain),
    // One's own or everybody's: whose they are decides, and the service asks.
    staffRoute('GET', '/hours', 'hours.read'),
    staffRoute('POST', '/hours/check', 'hours.check'),
    staffRoute('PUT', '/hours', 'hours.save'),
  ],
};
