/** A patient's account: open to visitors to register, to the patient afterwards. */
export const accountRoutes = [
  {
    method: 'POST' as const,
    path: '/register',
    handler: 'account.register',
    config: { auth: false as const },
  },
  { method: 'GET' as const, path: '/me', handler: 'account.me' },
  { method: 'PATCH' as const, path: '/me', handler: 'account.change' },
];
