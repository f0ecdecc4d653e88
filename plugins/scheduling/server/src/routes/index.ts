import { deskRoutes } from './desk.ts';

export const routes = { desk: deskRoutes };
