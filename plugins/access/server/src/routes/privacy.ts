import { panelRoute, signedInRoute } from '@enamel/kernel/server';

const exporting = 'plugin::access.privacy.export';

/** What patients ask about their own data. */
export const ownPrivacyRoutes = [
  signedInRoute('GET', '/privacy/exports', 'privacy.ownExports'),
  signedInRoute('POST', '/privacy/exports', 'privacy.askOwnExport'),
  signedInRoute('GET', '/privacy/exports/:id/archive', 'privacy.ownArchive'),
];

/** The same at the desk. */
export const privacyRoutes = [
  panelRoute('GET', '/patients/:documentId/exports', 'privacy.exports', exporting),
  panelRoute('POST', '/patients/:documentId/exports', 'privacy.askExport', exporting),
  panelRoute('GET', '/patients/:documentId/exports/:id/archive', 'privacy.archive', exporting),
];
