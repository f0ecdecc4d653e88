import { panelApi, panelRoute } from '@enamel/kernel/server';
import { permissions } from '../../../shared/permissions.ts';

const { read, book, change } = permissions;

export const deskRoutes = panelApi(
  panelRoute('GET', '/calendar', 'desk.calendar', read),
  panelRoute('GET', '/month', 'desk.month', read),
  panelRoute('GET', '/next-free', 'desk.nextFree', book),
  panelRoute('GET', '/today', 'desk.today', read),
  panelRoute('GET', '/resources', 'desk.resources', read),
  panelRoute('GET', '/patients', 'desk.patients', book),
  panelRoute('POST', '/appointments', 'desk.book', book),
  panelRoute('PATCH', '/appointments/:documentId', 'desk.change', change),
  // The panel's own client speaks no PATCH.
  panelRoute('PUT', '/appointments/:documentId', 'desk.change', change),
  panelRoute('POST', '/appointments/:documentId/status', 'desk.status', change),
  panelRoute('POST', '/appointments/:documentId/take-back', 'desk.takeBack', change),
  panelRoute('GET', '/appointments/:documentId/moves', 'history.moves', read),
);

/** Several visits at once. */
export const deskManyRoutes = panelApi(
  panelRoute('POST', '/series/preview', 'deskMany.previewSeries', book),
  panelRoute('POST', '/series', 'deskMany.bookSeries', book),
  panelRoute('POST', '/groups/slots', 'deskMany.groupSlots', book),
  panelRoute('POST', '/groups', 'deskMany.bookGroup', book),
  panelRoute('GET', '/appointments/:documentId/kin', 'deskMany.kin', read),
  panelRoute('POST', '/appointments/:documentId/:scope/move', 'deskMany.move', change),
  panelRoute('POST', '/appointments/:documentId/:scope/cancel', 'deskMany.cancel', change),
);
