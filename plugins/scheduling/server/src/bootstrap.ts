import type { Core } from '@strapi/strapi';
import { startLive } from './services/live.ts';
import { registerPermissions } from './services/permissions.ts';
import { installSettings } from './services/wait-list-settings.ts';

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }) => {
  await registerPermissions(strapi);
  await installSettings(strapi);
  startLive(strapi);
};
