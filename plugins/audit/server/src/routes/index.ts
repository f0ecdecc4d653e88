const route = (method: 'GET' | 'POST', path: string, handler: string) => ({
  method,
  path,
  handler,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: ['plugin::audit.trail.read'] } },
    ],
  },
});

export const routes = {
  admin: {
    type: 'admin' as const,
    routes: [
      route('GET', '/entries', 'entries.find'),
      route('GET', '/entries.csv', 'chain.csv'),
      route('GET', '/chain', 'chain.state'),
      route('POST', '/chain/verify', 'chain.verify'),
      route('GET', '/chain/log', 'chain.log'),
      route('GET', '/chain/checkpoints', 'chain.checkpoints'),
    ],
  },
};
