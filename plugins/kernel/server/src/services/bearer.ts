import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { isProgramToken } from '../store/program-tokens.ts';

export const bearerOf = (context: Context): string | undefined =>
  /^bearer (\S+)$/i.exec(context.get('authorization'))?.[1];

/**
 * Whether a request that has not reached its route yet comes from somebody of the staff, or a program of theirs. What they
 * may do is the route's to ask.
 * @throws 423 SESSION_LOCKED, 403 SECOND_FACTOR_MISSING
 */
export const isFromStaff = async (strapi: Core.Strapi, context: Context): Promise<boolean> => {
  const token = bearerOf(context);
  if (!token) return false;
  const sessions = strapi.sessionManager('admin');
  const result = sessions.validateAccessToken(token);
  if (result.isValid) return sessions.isSessionActive(result.payload.sessionId);
  const { hash } = strapi.service('admin::api-token-admin');
  return isProgramToken(strapi.db.connection, hash(token));
};
