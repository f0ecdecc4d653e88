import type { Core } from '@strapi/strapi';
import { stopLive } from './services/calendar/live.ts';

export const destroy = ({ strapi }: { strapi: Core.Strapi }) => stopLive(strapi);
