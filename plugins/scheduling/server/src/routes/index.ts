import { bookingRoutes } from './booking.ts';
import { deskRoutes } from './desk.ts';

export const routes = { desk: deskRoutes, 'content-api': bookingRoutes };
