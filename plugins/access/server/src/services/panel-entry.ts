/** Begins a session of the panel for somebody who has proven who they are, as Strapi's own sign-in does. */
import { env } from '@enamel/config';
import { forbidden } from '@enamel/kernel';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Person } from '../domain/factors.ts';
import { refreshCookie } from './panel-cookie.ts';
import { rememberStaffDevice } from './staff-sign-in.ts';

interface From {
  readonly deviceId?: string | undefined;
  readonly rememberMe?: boolean | undefined;
}

/** The cookie of a device that is not remembered ends with the browser. */
const lasting = (kind: string, endsAt: string) =>
  kind === 'refresh'
    ? { maxAge: Math.min(env().STAFF_IDLE_HOURS * 3_600_000, Date.parse(endsAt) - Date.now()) }
    : {};

/** @throws 403 SHUT_OUT when the clinic did so meanwhile */
export const enterPanel = async (
  strapi: Core.Strapi,
  context: Context,
  person: Person,
  { deviceId, rememberMe }: From,
): Promise<{ token: string; user: { id: number } }> => {
  const user = await strapi.db.query('admin::user').findOne({
    where: { id: Number(person.userId), isActive: true, blocked: { $ne: true } },
    select: ['id'],
  });
  if (!user)
    throw forbidden('SHUT_OUT', 'This account cannot sign in. Ask whoever runs the clinic.');
  const sessions = strapi.sessionManager('admin');
  const type = rememberMe ? 'refresh' : 'session';
  const refresh = await sessions.generateRefreshToken(person.userId, deviceId, { type });
  const access = await sessions.generateAccessToken(refresh.token);
  if ('error' in access) throw new Error(`A new session gave no token: ${access.error}`);
  context.cookies.set(refreshCookie, refresh.token, {
    httpOnly: true,
    sameSite: 'strict',
    path: '/admin',
    overwrite: true,
    secure: env().NODE_ENV === 'production' && context.request.secure,
    ...lasting(type, refresh.absoluteExpiresAt),
  });
  rememberStaffDevice(strapi, context as never, person);
  return { token: access.token, user: { id: user.id } };
};
