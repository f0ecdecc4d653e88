import { bookingRoutes } from './booking.ts';
import { deskRoutes } from './desk.ts';
import { feedRoutes, staffFeedRoutes } from './feeds.ts';
import { guestRoutes } from './guest.ts';
import { historyRoutes } from './history.ts';
import { deskManyRoutes, ownManyRoutes } from './many.ts';
import { pageRoutes } from './pages.ts';
import { waitingRoutes, waitListRoutes } from './wait-list.ts';

export const routes = {
  desk: deskRoutes,
  feeds: staffFeedRoutes,
  history: historyRoutes,
  'desk-many': deskManyRoutes,
  pages: pageRoutes,
  'content-api': bookingRoutes,
  'own-many': ownManyRoutes,
  guest: guestRoutes,
  'calendar-feeds': feedRoutes,
  waitList: waitListRoutes,
  waiting: waitingRoutes,
};
