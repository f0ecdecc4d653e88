import { panelRoute, signedInRoute } from '@enamel/kernel/server';

const answering = 'plugin::access.privacy.answer';

export const ownCorrectionRoutes = [
  signedInRoute('GET', '/privacy/corrections', 'corrections.own'),
  signedInRoute('POST', '/privacy/corrections', 'corrections.ask'),
];

export const correctionRoutes = [
  panelRoute('GET', '/corrections', 'corrections.list', answering),
  panelRoute('POST', '/corrections/:id/accept', 'corrections.accept', answering),
  panelRoute('POST', '/corrections/:id/refuse', 'corrections.refuse', answering),
];
