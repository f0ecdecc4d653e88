import type { Core } from '@strapi/strapi';
import { stopEvents } from './services/events.ts';
import { stopTicks } from './services/ticks.ts';

export const destroy = async ({ strapi }: { strapi: Core.Strapi }) => {
  stopTicks(strapi);
  await stopEvents(strapi);
};
