import { panelRoute, signedInRoute } from '@enamel/kernel/server';

export const ownConsentRoutes = [
  signedInRoute('GET', '/privacy/consents', 'consents.own'),
  signedInRoute('POST', '/privacy/consents', 'consents.sayOwn'),
];

export const consentRoutes = [
  panelRoute(
    'GET',
    '/patients/:documentId/consents',
    'consents.ofPatient',
    'plugin::access.patients.read',
  ),
  panelRoute(
    'POST',
    '/patients/:documentId/consents',
    'consents.sayAtDesk',
    'plugin::access.patients.write',
  ),
];
