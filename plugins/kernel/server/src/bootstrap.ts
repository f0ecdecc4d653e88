import type { Core } from '@strapi/strapi';
import { startEvents } from './services/events.ts';

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }) => {
  await startEvents(strapi);
};
