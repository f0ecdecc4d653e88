/** Whom a line to the calendar's news belongs to, and of which places it tells. */
import { type Scope, scopeOfStaff } from '@enamel/access';
import type { Core } from '@strapi/strapi';
import { permissions } from '../../../../shared/permissions.ts';

interface SessionManager {
  validateAccessToken(token: string): {
    isValid: boolean;
    payload?: { userId: string; sessionId: string };
  };
  isSessionActive(sessionId: string): Promise<boolean>;
}

export interface Line {
  readonly user: string;
  readonly session: string;
}

export const everywhere = 'everywhere';

/** Whose line a token opens. */
export const lineOf = (strapi: Core.Strapi, token: unknown): Line | undefined => {
  if (typeof token !== 'string') return undefined;
  const sessions = strapi.sessionManager('admin') as unknown as SessionManager;
  const { isValid, payload } = sessions.validateAccessToken(token);
  return isValid && payload ? { user: payload.userId, session: payload.sessionId } : undefined;
};

const roomsIn = (scope: Scope): string[] =>
  scope.everywhere || !scope.places
    ? [everywhere]
    : scope.places.map(({ documentId }) => documentId);

/**
 * The places that a line tells of now: those whose calendar may be opened. Undefined once its session has ended or the
 * calendar is not theirs to see.
 */
export const roomsOf = async (
  strapi: Core.Strapi,
  { user: id, session }: Line,
): Promise<readonly string[] | undefined> => {
  const sessions = strapi.sessionManager('admin') as unknown as SessionManager;
  if (!(await sessions.isSessionActive(session))) return undefined;
  const user = await strapi.db.query('admin::user').findOne({ where: { id }, populate: ['roles'] });
  if (!user?.isActive) return undefined;
  const { engine } = strapi.service('admin::permission');
  const may = (await engine.generateUserAbility(user)).can(permissions.read);
  return may ? roomsIn(await scopeOfStaff(strapi, user.id)) : undefined;
};
