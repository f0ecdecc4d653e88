import { unauthenticated } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import {
  confirmationProof,
  confirmationWish,
  forgottenPassword,
  passwordByLink,
  passwordChange,
  sessionParams,
} from '../../../shared/account-access.ts';
import {
  askConfirmation,
  changePassword,
  confirmEmail,
  endOwnSessions,
  forgotPassword,
  listOwnSessions,
  resetPassword,
} from '../services/account-access.ts';
import { rememberDevice } from '../services/known-devices.ts';
import { signedInPatient } from '../services/patient.ts';
import { visitingSession } from '../services/patient-strategy.ts';

const done = { data: {} };

export const accountAccess = ({ strapi }: { strapi: Core.Strapi }) => {
  const holderOf = async (context: Context) => {
    await signedInPatient(strapi, context);
    const { user, session } = context.state as {
      user: { id: number; email: string; confirmed: boolean };
      session?: { id: string };
    };
    if (!session) throw unauthenticated();
    return { user, session: session.id };
  };
  return {
    forgot: guarded({ body: forgottenPassword }, async ({ body, context }) => {
      await forgotPassword(strapi, body.email, body.language);
      context.status = 202;
      return done;
    }),

    reset: guarded({ body: passwordByLink }, async ({ body, context }) => {
      const { user } = await resetPassword(strapi, body.token, body.password, body.language);
      context.state.user = { id: user };
      // Who reads the mailbox is no stranger: failures of others do not slow this browser.
      const person = { origin: 'users-permissions', userId: String(user) } as const;
      return { data: { device: rememberDevice(strapi, body.device, person) } };
    }),

    change: guarded({ body: passwordChange }, async ({ body, context }) => {
      const { user, session } = await holderOf(context);
      await changePassword(strapi, user, session, body);
      return done;
    }),

    askConfirmation: guarded({ body: confirmationWish }, async ({ body, context }) => {
      const { user } = await holderOf(context);
      await askConfirmation(strapi, user, body.language);
      context.status = 202;
      return done;
    }),

    confirm: guarded({ body: confirmationProof }, async ({ body, context }) => {
      const holder = await visitingSession(strapi, context);
      await confirmEmail(strapi, body.token, { password: body.password, holder });
      return done;
    }),

    sessions: guarded({}, async ({ context }) => {
      const { user, session } = await holderOf(context);
      const sessions = await listOwnSessions(strapi, user, session);
      return { data: { email: user.email, confirmed: user.confirmed, sessions } };
    }),

    endSession: guarded({ params: sessionParams }, async ({ params, context }) => {
      const { user } = await holderOf(context);
      await endOwnSessions(strapi, user, { id: params.id });
      return done;
    }),

    endOthers: guarded({}, async ({ context }) => {
      const { user, session } = await holderOf(context);
      await endOwnSessions(strapi, user, { except: session });
      return done;
    }),
  };
};
