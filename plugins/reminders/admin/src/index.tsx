import { registerTrads } from '@enamel/access/admin';
import { Mail } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: 'reminders', name: 'reminders' });
    app.addMenuLink({
      to: 'plugins/reminders/messages',
      icon: Mail,
      intlLabel: { id: 'reminders.messages', defaultMessage: 'Messages' },
      position: 0.5,
      permissions: [{ action: 'plugin::reminders.outbox.read', subject: null }] as never,
      Component: () => import('./pages/MessagesRoutes.tsx'),
    });
  },
  registerTrads: registerTrads('reminders', {
    en: () => import('./translations/en.json'),
    ro: () => import('./translations/ro.json'),
  }),
};
