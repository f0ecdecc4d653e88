import { openRoute, signedInRoute } from '@enamel/kernel/server';

/** Signing in with a second step or a passkey, and a patient's own second factors. */
export const factorRoutes = [
  openRoute('POST', '/sign-in/code', 'signIn.code'),
  openRoute('POST', '/sign-in/passkey/begin', 'signIn.beginPasskey'),
  openRoute('POST', '/sign-in/passkey', 'signIn.passkey'),
  signedInRoute('GET', '/factors', 'factors.list'),
  signedInRoute('POST', '/factors/totp', 'factors.beginTotp'),
  signedInRoute('POST', '/factors/totp/show', 'factors.showTotp'),
  signedInRoute('POST', '/factors/totp/confirm', 'factors.confirmTotp'),
  signedInRoute('POST', '/factors/recovery-codes', 'factors.recoveryCodes'),
  signedInRoute('POST', '/factors/passkeys/begin', 'factors.beginPasskey'),
  signedInRoute('POST', '/factors/passkeys', 'factors.finishPasskey'),
  signedInRoute('POST', '/factors/:id/remove', 'factors.remove'),
];
