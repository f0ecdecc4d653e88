import type { Core } from '@strapi/strapi';
import { startLive } from './services/calendar/live.ts';
import { registerPermissions } from './services/permissions.ts';
import { installSettings } from './services/wait-list/wait-list-settings.ts';

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }) => {
  await registerPermissions(strapi);
  await installSettings(strapi);
  startLive(strapi);
};
