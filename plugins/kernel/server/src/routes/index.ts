import { contentApi, openRoute } from './doors.ts';

export const routes = {
  'content-api': contentApi(
    openRoute('GET', '/health/live', 'health.live'),
    openRoute('GET', '/health/ready', 'health.ready'),
  ),
};
