const staff = (method: 'GET' | 'POST', path: string, handler: string, action: string) => ({
  method,
  path: `/patients/:patient${path}`,
  handler,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [`plugin::charting.${action}`] } },
    ],
  },
});

export const routes = {
  admin: {
    type: 'admin' as const,
    routes: [
      staff('GET', '/chart', 'chart.read', 'record.read'),
      staff('POST', '/findings', 'chart.find', 'chart.write'),
      staff('POST', '/findings/:entry/resolve', 'chart.resolve', 'chart.write'),
      staff('POST', '/treatments', 'chart.plan', 'chart.write'),
      staff('POST', '/treatments/:entry/status', 'chart.move', 'chart.write'),
      staff('POST', '/treatments/:entry/undo', 'chart.undo', 'chart.write'),
    ],
  },
  'content-api': {
    type: 'content-api' as const,
    routes: [
      { method: 'GET' as const, path: '/record', handler: 'record.read', config: { policies: [] } },
    ],
  },
};
