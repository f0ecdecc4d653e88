/** A patient's account: open to visitors to register or to book as a guest, to the patient afterwards. */
export const accountRoutes = [
  {
    method: 'POST' as const,
    path: '/register',
    handler: 'account.register',
    config: { auth: false as const },
  },
  {
    method: 'GET' as const,
    path: '/guest',
    handler: 'guest.channels',
    config: { auth: false as const },
  },
  {
    method: 'POST' as const,
    path: '/guest/codes',
    handler: 'guest.askCode',
    config: { auth: false as const },
  },
  {
    method: 'POST' as const,
    path: '/guest/verify',
    handler: 'guest.verify',
    config: { auth: false as const },
  },
  { method: 'GET' as const, path: '/family', handler: 'family.mine' },
  { method: 'GET' as const, path: '/me', handler: 'account.me' },
  { method: 'PATCH' as const, path: '/me', handler: 'account.change' },
];
