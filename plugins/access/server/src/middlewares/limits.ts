import { limited } from '@enamel/kernel';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { classOf, counterOf } from '../domain/limits.ts';
import { createLimiters } from '../services/limiters.ts';

/** Refuses with 429 what exceeds the limit of its class; tells every limited caller where they stand. */
export const limitsMiddleware = (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const consume = createLimiters(strapi);
  return async (context: Context, next: Next) => {
    const name = classOf(context.method, context.path);
    if (!name) return next();
    const address = (context.state.clientAddress as string | undefined) ?? context.ip;
    const { allowed, limit, remaining, resetSeconds } = await consume(name, counterOf(address));
    for (const prefix of ['RateLimit', 'X-RateLimit']) {
      context.set(`${prefix}-Limit`, String(limit));
      context.set(`${prefix}-Remaining`, String(remaining));
      context.set(`${prefix}-Reset`, String(resetSeconds));
    }
    context.set('RateLimit-Policy', `${limit};w=60`);
    if (allowed) return next();
    context.set('Retry-After', String(resetSeconds));
    throw limited(resetSeconds);
  };
};
