import { panelRoute, signedInRoute } from '@enamel/kernel/server';

const answering = 'plugin::access.privacy.answer';

/** What patients ask about being forgotten. */
export const ownErasureRoutes = [
  signedInRoute('GET', '/privacy/erasures', 'erasure.own'),
  signedInRoute('POST', '/privacy/erasures', 'erasure.ask'),
  signedInRoute('POST', '/privacy/erasures/:id/withdraw', 'erasure.withdraw'),
];

/** What the clinic answers, and records that it must keep. */
export const erasureRoutes = [
  panelRoute('GET', '/erasures', 'erasure.list', answering),
  panelRoute('GET', '/privacy-deadlines', 'erasure.deadlines', answering),
  panelRoute('GET', '/breaches', 'erasure.breaches', answering),
  panelRoute('GET', '/erasures/:id', 'erasure.read', answering),
  panelRoute('POST', '/erasures/:id/approve', 'erasure.approve', answering),
  panelRoute('POST', '/erasures/:id/refuse', 'erasure.refuse', answering),
  panelRoute('POST', '/erasures/:id/put-off', 'erasure.putOff', answering),
  panelRoute('POST', '/erasures/:id/identity', 'erasure.identity', answering),
  panelRoute('GET', '/patients/:documentId/erasures', 'erasure.ofPatient', answering),
  panelRoute('POST', '/patients/:documentId/erasures', 'erasure.askAtDesk', answering),
  panelRoute('PUT', '/patients/:documentId/legal-hold', 'erasure.hold', answering),
];
