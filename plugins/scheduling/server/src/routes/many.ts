import { permissions } from '../../../shared/permissions.ts';
import { staffRoute } from './staff.ts';

export const deskManyRoutes = {
  type: 'admin' as const,
  routes: [
    staffRoute('POST', '/series/preview', 'deskMany.previewSeries', permissions.book),
    staffRoute('POST', '/series', 'deskMany.bookSeries', permissions.book),
    staffRoute('POST', '/groups/slots', 'deskMany.groupSlots', permissions.book),
    staffRoute('POST', '/groups', 'deskMany.bookGroup', permissions.book),
    staffRoute(
      'POST',
      '/appointments/:documentId/:scope/move',
      'deskMany.move',
      permissions.change,
    ),
    staffRoute(
      'POST',
      '/appointments/:documentId/:scope/cancel',
      'deskMany.cancel',
      permissions.change,
    ),
  ],
};

const own = (method: 'GET' | 'POST', path: string, handler: string) => ({
  method,
  path,
  handler: `ownMany.${handler}`,
  config: { policies: [] },
});

export const ownManyRoutes = {
  type: 'content-api' as const,
  routes: [
    own('POST', '/bookings/series/preview', 'previewSeries'),
    own('POST', '/bookings/series', 'bookSeries'),
    own('POST', '/bookings/:documentId/following/reschedule', 'moveFollowing'),
    own('POST', '/bookings/:documentId/following/cancel', 'cancelFollowing'),
    own('GET', '/family', 'family'),
    own('POST', '/slots/chain', 'groupSlots'),
    own('POST', '/bookings/group', 'bookGroup'),
    own('POST', '/bookings/:documentId/group/reschedule', 'moveGroup'),
    own('POST', '/bookings/:documentId/group/cancel', 'cancelGroup'),
  ],
};
