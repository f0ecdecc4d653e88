import { panelRoute } from '@enamel/kernel/server';
import { scopePermissions } from '../../../shared/scope-permissions.ts';

/** Everybody at work sees their own openings and asks for places; the rest is by permission. */
export const scopeRoutes = [
  panelRoute('GET', '/openings', 'scope.openings'),
  panelRoute('POST', '/openings', 'scope.open', scopePermissions.open),
  panelRoute('POST', '/openings/:id/end', 'scope.close'),
  panelRoute('POST', '/openings/:id/seen', 'scope.seen', scopePermissions.watch),
  panelRoute('GET', '/place-requests', 'scope.requests'),
  panelRoute('POST', '/place-requests', 'scope.ask'),
  panelRoute('POST', '/place-requests/:id/decision', 'scope.decide', scopePermissions.decide),
  panelRoute(
    'GET',
    '/patients/:documentId/places',
    'scope.knownAt',
    'plugin::access.patients.read',
  ),
  panelRoute(
    'POST',
    '/patients/:documentId/places',
    'scope.share',
    'plugin::access.patients.write',
  ),
  panelRoute('GET', '/staff-places', 'scope.staff', scopePermissions.assign),
  panelRoute('PUT', '/staff-places/:id', 'scope.assign', scopePermissions.assign),
];
