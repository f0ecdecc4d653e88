import { openRoute, panelRoute } from '@enamel/kernel/server';

/** The panel's second step (open: the challenge is the proof), and a member of staff's own second factors. */
export const staffFactorRoutes = [
  openRoute('POST', '/staff/sign-in/code', 'staffSignIn.code'),
  openRoute('POST', '/staff/sign-in/passkey/begin', 'staffSignIn.beginPasskey'),
  openRoute('POST', '/staff/sign-in/passkey', 'staffSignIn.passkey'),
  panelRoute('GET', '/staff/me/factors', 'staffFactors.list'),
  panelRoute('POST', '/staff/me/factors/totp', 'staffFactors.beginTotp'),
  panelRoute('POST', '/staff/me/factors/totp/confirm', 'staffFactors.confirmTotp'),
  panelRoute('POST', '/staff/me/factors/recovery-codes', 'staffFactors.recoveryCodes'),
  panelRoute('POST', '/staff/me/factors/passkeys/begin', 'staffFactors.beginPasskey'),
  panelRoute('POST', '/staff/me/factors/passkeys', 'staffFactors.finishPasskey'),
  panelRoute('POST', '/staff/me/factors/:id/remove', 'staffFactors.remove'),
];
