import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { currentActor } from '../services/actor.ts';

/**
 * Who asks for what they may not have is told at the usual level of the log. What the limits turn away is not: a flood
 * would fill the disk.
 */
const refusals = new Set([401, 403]);

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
    const line = `${context.method} ${pattern} (${took} ms) ${context.status} ${context.state.requestId}`;
    if (!refusals.has(context.status)) return strapi.log.http(line);
    const { kind, ...who } = currentActor(strapi);
    strapi.log.info([line, kind, 'id' in who ? who.id : ''].join(' ').trim());
  };
