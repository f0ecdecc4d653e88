const permission = (action: string) => ({
  name: 'admin::hasPermissions',
  config: { actions: [`plugin::reminders.${action}`] },
});

const route = (method: 'GET' | 'POST', path: string, handler: string, action: string) => ({
  method,
  path,
  handler,
  config: { policies: ['admin::isAuthenticatedAdmin', permission(action)] },
});

export const routes = {
  admin: {
    type: 'admin' as const,
    routes: [
      route('GET', '/deliveries', 'deliveries.list', 'outbox.read'),
      route('GET', '/deliveries/:id', 'deliveries.read', 'outbox.read'),
      route('POST', '/deliveries/:id/resend', 'deliveries.resend', 'outbox.send'),
    ],
  },
};
