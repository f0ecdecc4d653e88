import { panelApi, panelRoute } from '@enamel/kernel/server';
import { permissions } from '../../../shared/permissions.ts';

const { read, change, explain } = permissions;

/** The panel's pages beside the calendar. */
export const pageRoutes = panelApi(
  panelRoute('GET', '/people', 'pages.people', read),
  panelRoute('GET', '/waiting-room', 'pages.waitingRoom', read),
  panelRoute('GET', '/day-sheet', 'pages.daySheet', read),
  panelRoute('GET', '/visits', 'pages.visits', read),
  panelRoute('GET', '/visits/csv', 'pages.visitsCsv', read),
  panelRoute('POST', '/appointments/:documentId/seat', 'pages.seat', change),
  panelRoute('GET', '/explain', 'explain.why', explain),
  // One's own or everybody's: whose they are decides, and the service asks.
  panelRoute('GET', '/hours', 'hours.read'),
  panelRoute('POST', '/hours/check', 'hours.check'),
  panelRoute('PUT', '/hours', 'hours.save'),
);
