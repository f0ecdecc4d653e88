import type { Core } from '@strapi/strapi';
import { isOrigin } from '../domain/session-rules.ts';
import { sessionsFor } from './sessions.ts';

type Manager = Core.Strapi['sessionManager'];

/**
 * Puts our sessions in the place of Strapi's. Strapi's manager keeps a row for each token, ends only the newest when
 * somebody signs out, lets two uses of one token at once branch, and forgets reuse; callers on both sides stay as they are.
 */
export const keepSessions = (strapi: Core.Strapi): void => {
  const usual = strapi.sessionManager;
  const own = (origin: string) => {
    const manager = usual(origin);
    return isOrigin(origin)
      ? Object.assign(Object.create(manager), sessionsFor(strapi, origin))
      : manager;
  };
  const manager = Object.assign(own, {
    generateSessionId: usual.generateSessionId,
    defineOrigin: usual.defineOrigin,
    hasOrigin: usual.hasOrigin,
  }) as unknown as Manager;
  const container = strapi as unknown as { readonly serviceMap: Map<string, unknown> };
  container.serviceMap.set('sessionManager', manager);
};
