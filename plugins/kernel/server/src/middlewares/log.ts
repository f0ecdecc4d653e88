import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

/**
 * Logs each request under the pattern of its route. Addresses themselves carry what no log may keep: tokens of feeds and
 * forms, and names that somebody searched for.
 */
export const log =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (context: Context, next: Next) => {
    const began = performance.now();
    await next();
    const { _matchedRoute: pattern = '(no route)' } = context as { _matchedRoute?: unknown };
    const took = Math.ceil(performance.now() - began);
    strapi.log.http(
      `${context.method} ${pattern} (${took} ms) ${context.status} ${context.state.requestId}`,
    );
  };
