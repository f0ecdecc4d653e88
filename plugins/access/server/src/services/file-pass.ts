/**
 * Signed addresses of private files. One opens one file, for minutes, for the person who asked and in the session that
 * asked: copied to anybody else it opens nothing. Whoever serves the file checks access anew.
 */
import { timingSafeEqual } from 'node:crypto';
import { env } from '@enamel/config';
import { missing, unauthenticated, z } from '@enamel/kernel';
import { bearerOf, clockOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { type Holder, isOver, passSeconds, passText, passUntil } from '../domain/file-pass.ts';
import { lastingSession } from '../store/sessions.ts';
import { refuseBare } from './factors/required.ts';
import { sessionLocked } from './locks.ts';
import { isStaff } from './patient.ts';
import { digest } from './sealing.ts';
import type { Ability } from './sight.ts';

/** What an address carries behind `?`. */
export const filePass = z.object({
  until: z.coerce.number().int().positive(),
  sign: z.string().regex(/^[\w-]{43}$/),
});
export type FilePass = z.infer<typeof filePass>;

const cookie = 'enamel_files';

const signed = (file: string, until: number, holder: Holder): string =>
  digest('file-pass', passText(file, until, holder)).toString('base64url');

const equal = (left: string, right: string): boolean => {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** @throws 401 SIGN_IN_REQUIRED */
const holderOf = (context: Context): Holder => {
  const { user, session } = context.state as { user?: { id: number }; session?: { id: string } };
  if (!user || !session) throw unauthenticated();
  return { kind: isStaff(context) ? 'staff' : 'patient', person: user.id, session: session.id };
};

const mark = (session: string): string =>
  `${session}.${digest('file-holder', session).toString('base64url')}`;

/** The session that a browser's mark names. */
const marked = (value: string | undefined): string | undefined => {
  const session = value?.slice(0, value.lastIndexOf('.'));
  return value && session && equal(value, mark(session)) ? session : undefined;
};

/**
 * A pass for a file, for the request's own person.
 * @param path of the route that staff open files at: their browser gets a mark of the session for it, since it sends no
 *   token of the panel when it follows a link or draws a picture
 */
export const passFor = (
  strapi: Core.Strapi,
  context: Context,
  file: string,
  path?: string,
): FilePass => {
  const holder = holderOf(context);
  if (path)
    context.cookies.set(cookie, mark(holder.session), {
      httpOnly: true,
      sameSite: 'strict',
      secure: env().NODE_ENV === 'production' && context.request.secure,
      path,
      maxAge: passSeconds * 1000,
      signed: false,
      overwrite: true,
    });
  const until = passUntil(clockOf(strapi).now());
  return { until, sign: signed(file, until, holder) };
};

/**
 * Lets in whoever a pass was made for.
 * @throws 404 LINK_INVALID for a pass of another file, person or session, 404 LINK_EXPIRED
 */
export const demandPass = (
  strapi: Core.Strapi,
  context: Context,
  file: string,
  { until, sign }: FilePass,
): void => {
  if (!equal(sign, signed(file, until, holderOf(context))))
    throw missing('LINK_INVALID', 'This link is not valid. Open the file again.');
  if (isOver(until, clockOf(strapi).now()))
    throw missing('LINK_EXPIRED', 'This link has expired. Open the file again.');
};

interface StaffUser {
  readonly id: number;
  readonly roles: readonly { readonly code: string }[];
}

/**
 * Signs a member of staff in for one request, on a route that browsers ask without the panel's token: by the session's
 * mark, or by the token when there is one.
 * @throws 401 SIGN_IN_REQUIRED, 423 SESSION_LOCKED, 403 SECOND_FACTOR_MISSING
 */
export const admitStaff = async (strapi: Core.Strapi, context: Context): Promise<Ability> => {
  const token = bearerOf(context);
  const known = token && strapi.sessionManager('admin').validateAccessToken(token);
  const id = known
    ? known.isValid && known.payload.sessionId
    : marked(context.cookies.get(cookie, { signed: false }));
  const now = clockOf(strapi).now().toString();
  const session = id ? await lastingSession(strapi.db.connection, 'admin', id, now) : undefined;
  if (!session) throw unauthenticated();
  if (session.locked) throw sessionLocked();
  if (session.bare) refuseBare(strapi);
  const user = (await strapi.db.query('admin::user').findOne({
    where: { id: Number(session.userId), isActive: true, blocked: { $ne: true } },
    populate: ['roles'],
  })) as StaffUser | null;
  if (!user) throw unauthenticated();
  context.state.user = user;
  context.state.session = { id: session.id };
  const { engine } = strapi.service('admin::permission');
  const ability: Ability = await engine.generateUserAbility(user);
  context.state.userAbility = ability;
  return ability;
};
