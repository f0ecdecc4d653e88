import { env } from '@enamel/config';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Person } from '../domain/factors.ts';
import { hashOfPerson, patientAccountOf } from '../store/sign-ins.ts';
import { credentialsWrong, personOf } from './credentials.ts';
import { challengeFor, secondStepNeeded } from './factors/challenge.ts';
import { rememberDevice } from './known-devices.ts';

const origin = 'users-permissions';

/** What the client calls its device, and the token by which we know it again. */
interface From {
  readonly deviceId?: string | undefined;
  readonly device?: string | undefined;
}

/** A new session of somebody who has proven who they are; a browser that asks for it gets the refresh token as a cookie. */
export const openSession = async (
  strapi: Core.Strapi,
  user: number | string,
  { deviceId, device }: From = {},
  context?: Context,
) => {
  const sessions = strapi.sessionManager(origin);
  const refresh = await sessions.generateRefreshToken(String(user), deviceId, { type: 'refresh' });
  const access = await sessions.generateAccessToken(refresh.token);
  if ('error' in access) throw new Error(`A new session gave no token: ${access.error}`);
  const known = rememberDevice(strapi, device, { origin, userId: String(user) });
  const answer = { jwt: access.token, device: known };
  if (context?.get('x-strapi-refresh-cookie') !== 'httpOnly')
    return { ...answer, refreshToken: refresh.token };
  context.cookies.set('strapi_up_refresh', refresh.token, {
    httpOnly: true,
    secure: env().NODE_ENV === 'production',
    sameSite: 'lax',
    overwrite: true,
  });
  return answer;
};

/** Opens the session of a proven patient and says whose it is. @throws 400 CREDENTIALS_WRONG when the clinic shut them out meanwhile */
export const enter = async (strapi: Core.Strapi, person: Person, from: From, context: Context) => {
  const on = strapi.db.connection;
  if ((await hashOfPerson(on, person)) === undefined) throw credentialsWrong();
  const user = await patientAccountOf(on, person.userId);
  return { ...(await openSession(strapi, person.userId, from, context)), user };
};

/** @throws 400 CREDENTIALS_WRONG, 401 SECOND_FACTOR_NEEDED with a challenge */
export const signInPatient = async (
  strapi: Core.Strapi,
  given: { identifier: string; password: string } & From,
  context: Context,
) => {
  const person = await personOf(strapi, origin, given);
  const challenge = await challengeFor(strapi, person);
  if (challenge) throw secondStepNeeded(challenge);
  return enter(strapi, person, given, context);
};
