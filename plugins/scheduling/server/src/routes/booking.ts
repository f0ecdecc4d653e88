import { staffScope } from '@enamel/access';
import { contentApi, openRoute, signedInRoute } from '@enamel/kernel/server';
import { permissions } from '../../../shared/permissions.ts';

/** Of the REST API, for members of staff alone. */
const staffOnly = (path: string, handler: string, permission: string) => ({
  method: 'GET' as const,
  path,
  handler,
  config: { auth: { scope: [staffScope(permission)] } },
});

export const bookingRoutes = contentApi(
  openRoute('GET', '/catalogue', 'booking.catalogue'),
  openRoute('GET', '/slots', 'booking.slots'),
  staffOnly('/slots/explain', 'explain.why', permissions.explain),
  // Who is signed in holds as himself, so this one asks; visitors may call it too.
  signedInRoute('POST', '/holds', 'holds.place'),
  openRoute('POST', '/holds/:id/extend', 'holds.extend'),
  // A page that closes can only post.
  openRoute('POST', '/holds/:id/release', 'holds.release'),
  openRoute('DELETE', '/holds/:id', 'holds.release'),
  signedInRoute('GET', '/bookings', 'booking.list'),
  signedInRoute('POST', '/bookings', 'booking.book'),
  signedInRoute('GET', '/bookings/:documentId', 'booking.one'),
  signedInRoute('POST', '/bookings/:documentId/cancel', 'booking.cancel'),
  signedInRoute('POST', '/bookings/:documentId/reschedule', 'booking.reschedule'),
);
