import { bookingRoutes } from './booking.ts';
import { deskRoutes } from './desk.ts';
import { pageRoutes } from './pages.ts';

export const routes = { desk: deskRoutes, pages: pageRoutes, 'content-api': bookingRoutes };
