import { bookingRoutes } from './booking.ts';
import { deskRoutes } from './desk.ts';
import { guestRoutes } from './guest.ts';
import { historyRoutes } from './history.ts';
import { pageRoutes } from './pages.ts';

export const routes = {
  desk: deskRoutes,
  history: historyRoutes,
  pages: pageRoutes,
  'content-api': bookingRoutes,
  guest: guestRoutes,
};
