import type { Core } from '@strapi/strapi';
import { startEvents } from './services/events.ts';
import { keepOwnStatus } from './services/own-status.ts';

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }) => {
  keepOwnStatus(strapi);
  await startEvents(strapi);
};
