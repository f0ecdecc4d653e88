const own = (method: 'GET' | 'POST', path: string, handler: string) => ({
  method,
  path,
  handler,
  config: { policies: [] },
});

const staff = (method: 'GET' | 'POST', path: string, handler: string, action: string) => ({
  method,
  path,
  handler,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [`plugin::billing.${action}`] } },
    ],
  },
});

export const routes = {
  'content-api': {
    type: 'content-api' as const,
    routes: [
      own('GET', '/invoices', 'patient.list'),
      own('GET', '/invoices/:documentId', 'patient.one'),
      own('GET', '/invoices/:documentId/pdf', 'patient.pdf'),
      own('POST', '/invoices/:documentId/checkout', 'patient.checkout'),
      {
        method: 'POST' as const,
        path: '/stripe/webhook',
        handler: 'stripe.webhook',
        config: { auth: false as const, policies: [] },
      },
    ],
  },
  admin: {
    type: 'admin' as const,
    routes: [
      staff('GET', '/patients/:documentId', 'staff.account', 'invoices.read'),
      staff('GET', '/unbilled', 'staff.unbilled', 'invoices.read'),
      staff('GET', '/invoices', 'staff.list', 'invoices.read'),
      staff('GET', '/invoices/csv', 'staff.csv', 'invoices.read'),
      staff('POST', '/invoices', 'staff.issue', 'invoices.issue'),
      staff('GET', '/invoices/:documentId', 'staff.one', 'invoices.read'),
      staff('GET', '/invoices/:documentId/pdf', 'staff.pdf', 'invoices.read'),
      staff('POST', '/invoices/:documentId/payments', 'staff.pay', 'payments.take'),
      staff('POST', '/invoices/:documentId/void', 'staff.void', 'invoices.issue'),
    ],
  },
};
