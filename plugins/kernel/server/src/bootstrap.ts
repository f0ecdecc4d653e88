import type { Core } from '@strapi/strapi';
import { startEvents } from './services/events.ts';
import { watchPool } from './store/starved.ts';

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }) => {
  watchPool(strapi);
  await startEvents(strapi);
};
