import { env } from '@enamel/config';
import { ClinicError } from '@enamel/kernel';
import type { Core } from '@strapi/strapi';
import type { Person } from '../domain/factors.ts';
import { credentialsWrong, personOf } from './credentials.ts';
import { challengeFor, secondStepNeeded } from './factors/challenge.ts';
import { rememberDevice } from './known-devices.ts';

const cookie = 'enamel_device';

type Context = NonNullable<ReturnType<Core.Strapi['requestContext']['get']>>;

/** Notes in the browser that this member of staff was signed in from it. */
export const rememberStaffDevice = (
  strapi: Core.Strapi,
  context: Context,
  person: Person,
): void => {
  context.cookies.set(cookie, rememberDevice(strapi, context.cookies.get(cookie), person), {
    httpOnly: true,
    sameSite: 'strict',
    secure: env().NODE_ENV === 'production' && context.request.secure,
    path: '/admin',
    maxAge: 365 * 24 * 3600 * 1000,
    signed: false,
    overwrite: true,
  });
};

interface PanelAuth {
  checkCredentials(given: { email: string; password: string }): Promise<unknown>;
}

/** Strapi's panel hands on an error only when it bears this code. */
const handedOn = (error: unknown) =>
  error instanceof ClinicError
    ? Object.assign(error, { details: { ...error.details, code: 'LOGIN_NOT_ALLOWED' } })
    : error;

/** Puts our way of proving who somebody is behind the panel's own sign-in. */
export const guardPanelSignIn = (strapi: Core.Strapi): void => {
  const auth = strapi.service('admin::auth') as unknown as PanelAuth;
  auth.checkCredentials = async ({ email, password }) => {
    const context = strapi.requestContext.get();
    try {
      if (!context) throw credentialsWrong();
      const device = context.cookies.get(cookie);
      const person = await personOf(strapi, 'admin', { identifier: email, password, device });
      const challenge = await challengeFor(strapi, person);
      if (challenge) throw secondStepNeeded(challenge);
      rememberStaffDevice(strapi, context, person);
      const id = Number(person.userId);
      return [null, await strapi.db.query('admin::user').findOne({ where: { id } })];
    } catch (error) {
      throw handedOn(error);
    }
  };
};
