import { staffScope } from '@enamel/access';
import { permissions } from '../../../shared/permissions.ts';

const open = (path: string, handler: string, method: 'GET' | 'POST' | 'DELETE' = 'GET') => ({
  method,
  path,
  handler,
  config: { auth: false as const },
});

const own = (method: 'GET' | 'POST', path: string, handler: string) => ({
  method,
  path,
  handler: `booking.${handler}`,
  config: { policies: [] },
});

/** Of the REST API, for members of staff alone. */
const staffOnly = (path: string, handler: string, permission: string) => ({
  method: 'GET' as const,
  path,
  handler,
  config: { auth: { scope: [staffScope(permission)] } },
});

export const bookingRoutes = {
  type: 'content-api' as const,
  routes: [
    open('/catalogue', 'booking.catalogue'),
    open('/slots', 'booking.slots'),
    staffOnly('/slots/explain', 'explain.why', permissions.explain),
    // Who is signed in holds as himself, so this one asks; visitors may call it too.
    { method: 'POST' as const, path: '/holds', handler: 'holds.place', config: { policies: [] } },
    open('/holds/:id/extend', 'holds.extend', 'POST'),
    // A page that closes can only post.
    open('/holds/:id/release', 'holds.release', 'POST'),
    open('/holds/:id', 'holds.release', 'DELETE'),
    own('GET', '/bookings', 'list'),
    own('POST', '/bookings', 'book'),
    own('GET', '/bookings/:documentId', 'one'),
    own('POST', '/bookings/:documentId/cancel', 'cancel'),
    own('POST', '/bookings/:documentId/reschedule', 'reschedule'),
  ],
};
