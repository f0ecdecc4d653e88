import { openRoute, panelRoute } from '@enamel/kernel/server';

/** The controller reads the token itself where the door is open: a locked session is nobody to the strategies. */
export const lockRoutes = [
  openRoute('GET', '/lock', 'lock.state'),
  openRoute('POST', '/lock', 'lock.lock'),
  openRoute('POST', '/lock/open', 'lock.open'),
  openRoute('POST', '/lock/open/passkey/begin', 'lock.beginPasskey'),
  openRoute('POST', '/lock/open/passkey', 'lock.passkey'),
  openRoute('POST', '/lock/end', 'lock.end'),
  panelRoute('POST', '/lock/seen', 'lock.seen'),
];
