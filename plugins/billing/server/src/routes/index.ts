import { contentApi, openRoute, panelApi, panelRoute, signedInRoute } from '@enamel/kernel/server';

const read = 'plugin::billing.invoices.read';
const issue = 'plugin::billing.invoices.issue';
const take = 'plugin::billing.payments.take';

export const routes = {
  'content-api': contentApi(
    signedInRoute('GET', '/invoices', 'patient.list'),
    signedInRoute('GET', '/invoices/:documentId', 'patient.one'),
    signedInRoute('GET', '/invoices/:documentId/pdf', 'patient.pdf'),
    signedInRoute('POST', '/invoices/:documentId/checkout', 'patient.checkout'),
    openRoute('POST', '/stripe/webhook', 'stripe.webhook'),
  ),
  admin: panelApi(
    panelRoute('GET', '/patients/:documentId', 'staff.account', read),
    panelRoute('GET', '/unbilled', 'staff.unbilled', read),
    panelRoute('GET', '/invoices', 'staff.list', read),
    panelRoute('GET', '/invoices/csv', 'staff.csv', read),
    panelRoute('POST', '/invoices', 'staff.issue', issue),
    panelRoute('GET', '/invoices/:documentId', 'staff.one', read),
    panelRoute('GET', '/invoices/:documentId/pdf', 'staff.pdf', read),
    panelRoute('POST', '/invoices/:documentId/payments', 'staff.pay', take),
    panelRoute('POST', '/invoices/:documentId/void', 'staff.void', issue),
  ),
};
