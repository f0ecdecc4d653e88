export const routes = {
  admin: {
    type: 'admin' as const,
    routes: [
      {
        method: 'GET' as const,
        path: '/entries',
        handler: 'entries.find',
        config: {
          policies: [
            'admin::isAuthenticatedAdmin',
            { name: 'admin::hasPermissions', config: { actions: ['plugin::audit.trail.read'] } },
          ],
        },
      },
    ],
  },
};
