import { limited } from '@enamel/kernel';
import { isFromStaff } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { classOf, counterOf } from '../domain/limits.ts';
import { createLimiters } from '../services/limiters.ts';

/** A body in parts is written to the disk: what strangers send of it is little, wherever they send it. */
const isStrangersFile = async (strapi: Core.Strapi, context: Context): Promise<boolean> =>
  Boolean(context.is('multipart')) && !(await isFromStaff(strapi, context));

/** Refuses with 429 what exceeds the limit of its class; tells every limited caller where they stand. */
export const limitsMiddleware = (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const consume = createLimiters(strapi);
  return async (context: Context, next: Next) => {
    const name = (await isStrangersFile(strapi, context))
      ? 'upload'
      : classOf(context.method, context.path);
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
