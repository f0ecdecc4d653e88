import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { withAlternatives } from '../services/slots/alternatives.ts';

/** Where a time was refused within a transaction of somebody else's, such as the trail's, others are looked for after it. */
export const alternatives =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  (_context: Context, next: Next): Promise<void> =>
    withAlternatives(strapi, 'desk', () => next());
