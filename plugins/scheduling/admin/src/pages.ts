import { registerTrads } from '@enamel/access/admin';
import { BulletList, Clock, Walk } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { permissions } from '../../shared/permissions.ts';

const reading = [{ action: permissions.read, subject: null }] as never;

/** The pages of the desk beside the calendar. Their words are `desk.…`. */
export const addDeskPages = (app: StrapiApp): void => {
  app.addMenuLink({
    to: 'plugins/scheduling/waiting-room',
    icon: Walk,
    intlLabel: { id: 'desk.room', defaultMessage: 'Waiting room' },
    position: 0.4,
    permissions: reading,
    Component: () => import('./waiting-room/WaitingRoomPage.tsx'),
  });
  app.addMenuLink({
    to: 'plugins/scheduling/visits',
    icon: BulletList,
    intlLabel: { id: 'desk.visits', defaultMessage: 'Visits' },
    position: 0.42,
    permissions: reading,
    Component: () => import('./visits/VisitsPage.tsx'),
  });
  app.addMenuLink({
    to: 'plugins/scheduling/hours',
    icon: Clock,
    intlLabel: { id: 'desk.hours', defaultMessage: 'Hours' },
    position: 0.44,
    permissions: [
      { action: permissions.ownHours, subject: null },
      { action: permissions.allHours, subject: null },
    ] as never,
    Component: () => import('./hours/HoursPage.tsx'),
  });
  app.router.addRoute({
    path: 'plugins/scheduling/explain',
    lazy: async () => ({ Component: (await import('./explain/ExplainPage.tsx')).default }),
  });
  app.router.addRoute({
    path: 'plugins/scheduling/day-sheet',
    lazy: async () => ({ Component: (await import('./day-sheet/DaySheetPage.tsx')).default }),
  });
};

export const deskTrads = registerTrads('desk', {
  en: () => import('./desk-words/en.json'),
  ro: () => import('./desk-words/ro.json'),
});
