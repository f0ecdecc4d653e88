import { registerTrads } from '@enamel/access/admin';
import { Calendar, Clock, ClockCounterClockwise, Link } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { permissions } from '../../shared/permissions.ts';
import { addDeskPages, deskTrads } from './pages.ts';
import { waitListTrads } from './wait-list/words.ts';

const reading = [{ action: permissions.read, subject: null }] as never;

const words = registerTrads('scheduling', {
  en: () => import('./translations/en.json'),
  ro: () => import('./translations/ro.json'),
});

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: 'scheduling', name: 'scheduling' });
    app.addMenuLink({
      to: 'plugins/scheduling/calendar',
      icon: Calendar,
      intlLabel: { id: 'scheduling.calendar', defaultMessage: 'Calendar' },
      position: 0.2,
      permissions: reading,
      Component: () => import('./calendar/CalendarPage.tsx'),
    });
    addDeskPages(app);
    app.addMenuLink({
      to: 'plugins/scheduling/wait-list',
      icon: ClockCounterClockwise,
      intlLabel: { id: 'waitlist.title', defaultMessage: 'Wait list' },
      position: 0.44,
      permissions: [{ action: permissions.waitList, subject: null }] as never,
      Component: () => import('./wait-list/WaitListRoutes.tsx'),
    });
    app.addMenuLink({
      to: 'plugins/scheduling/feeds',
      icon: Link,
      intlLabel: { id: 'scheduling.feeds', defaultMessage: 'Calendar links' },
      position: 7,
      permissions: [permissions.feeds, permissions.ownFeeds].map((action) => ({
        action,
        subject: null,
      })) as never,
      Component: () => import('./feeds/FeedsPage.tsx'),
    });
    app.widgets.register({
      id: 'today',
      pluginId: 'scheduling',
      icon: Clock,
      title: { id: 'scheduling.today', defaultMessage: 'Visits today' },
      link: {
        label: { id: 'scheduling.today.open', defaultMessage: 'Open the calendar' },
        href: '/plugins/scheduling/calendar',
      },
      permissions: reading,
      component: async () => (await import('./today/TodayWidget.tsx')).TodayWidget,
    });
  },

  async registerTrads(asked: { locales: string[] }) {
    return (await Promise.all([words(asked), deskTrads(asked), waitListTrads(asked)])).flat();
  },
};
