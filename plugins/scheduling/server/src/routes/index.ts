import { bookingRoutes } from './booking.ts';
import { deskManyRoutes, deskRoutes } from './desk.ts';
import { feedRoutes, staffFeedRoutes } from './feeds.ts';
import { guestRoutes } from './guest.ts';
import { ownManyRoutes } from './own-many.ts';
import { pageRoutes } from './pages.ts';
import { waitingRoutes, waitListRoutes } from './wait-list.ts';

export const routes = {
  desk: deskRoutes,
  feeds: staffFeedRoutes,
  'desk-many': deskManyRoutes,
  pages: pageRoutes,
  'content-api': bookingRoutes,
  'own-many': ownManyRoutes,
  guest: guestRoutes,
  'calendar-feeds': feedRoutes,
  waitList: waitListRoutes,
  waiting: waitingRoutes,
};
