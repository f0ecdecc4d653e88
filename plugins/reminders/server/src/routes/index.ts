import { panelApi, panelRoute } from '@enamel/kernel/server';

const read = 'plugin::reminders.outbox.read';

export const routes = {
  admin: panelApi(
    panelRoute('GET', '/deliveries', 'deliveries.list', read),
    panelRoute('GET', '/deliveries/:id', 'deliveries.read', read),
    panelRoute(
      'POST',
      '/deliveries/:id/resend',
      'deliveries.resend',
      'plugin::reminders.outbox.send',
    ),
  ),
};
