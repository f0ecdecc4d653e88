const post = (path: string, action: string) => ({
  method: 'POST' as const,
  path,
  handler: `accountAccess.${action}`,
});
const open = { config: { auth: false as const } };

/** Address, password and sessions of a patient's account; open where a link or nothing is the proof. */
export const accountAccessRoutes = [
  { ...post('/password/forgot', 'forgot'), ...open },
  { ...post('/password/reset', 'reset'), ...open },
  { ...post('/confirmation/proof', 'confirm'), ...open },
  post('/password', 'change'),
  post('/confirmation', 'askConfirmation'),
  { method: 'GET' as const, path: '/sessions', handler: 'accountAccess.sessions' },
  post('/sessions/end-others', 'endOthers'),
  post('/sessions/:id/end', 'endSession'),
];
