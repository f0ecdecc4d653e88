import { openRoute, signedInRoute } from '@enamel/kernel/server';

/** Address, password and sessions of a patient's account; open where a link or nothing is the proof. */
export const accountAccessRoutes = [
  openRoute('POST', '/password/forgot', 'accountAccess.forgot'),
  openRoute('POST', '/password/reset', 'accountAccess.reset'),
  openRoute('POST', '/confirmation/proof', 'accountAccess.confirm'),
  signedInRoute('POST', '/password', 'accountAccess.change'),
  signedInRoute('POST', '/confirmation', 'accountAccess.askConfirmation'),
  signedInRoute('GET', '/sessions', 'accountAccess.sessions'),
  signedInRoute('POST', '/sessions/end-others', 'accountAccess.endOthers'),
  signedInRoute('POST', '/sessions/:id/end', 'accountAccess.endSession'),
];
