import type { Core } from '@strapi/strapi';
import { startLive } from './services/live.ts';
import { registerPermissions } from './services/permissions.ts';

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }) => {
  await registerPermissions(strapi);
  startLive(strapi);
};
