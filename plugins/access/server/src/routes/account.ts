import { openRoute, signedInRoute } from '@enamel/kernel/server';

/** A patient's account: open to visitors to register or to book as a guest, to the patient afterwards. */
export const accountRoutes = [
  openRoute('POST', '/register', 'account.register'),
  openRoute('GET', '/guest', 'guest.channels'),
  openRoute('POST', '/guest/codes', 'guest.askCode'),
  openRoute('POST', '/guest/verify', 'guest.verify'),
  signedInRoute('GET', '/family', 'family.mine'),
  signedInRoute('GET', '/me', 'account.me'),
  signedInRoute('PATCH', '/me', 'account.change'),
];
