import { unauthenticated } from '@enamel/kernel';
import { bearerOf, guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { passkeyAnswer } from '../../../shared/factors.ts';
import { unlocking } from '../../../shared/panel-session.ts';
import {
  beginUnlockByPasskey,
  endLocked,
  lockPanel,
  lockState,
  seeSomebody,
  unlockByPasskey,
  unlockByPassword,
} from '../services/locks.ts';
import { ownSession } from './staff.ts';

const done = { data: {} };

/** The panel's own token: while it is locked, Strapi's strategies do not know it. */
const tokenOf = (context: Context): string => {
  const token = bearerOf(context);
  if (!token) throw unauthenticated();
  return token;
};

export const lock = ({ strapi }: { strapi: Core.Strapi }) => ({
  state: guarded({}, async ({ context }) => ({ data: await lockState(strapi, tokenOf(context)) })),

  lock: guarded({}, async ({ context }) => {
    await lockPanel(strapi, tokenOf(context));
    return done;
  }),

  seen: guarded({}, async ({ context }) => ({
    data: { minutes: await seeSomebody(strapi, ownSession(context).session) },
  })),

  open: guarded({ body: unlocking }, async ({ body, context }) => {
    await unlockByPassword(strapi, tokenOf(context), body.password);
    return done;
  }),

  beginPasskey: guarded({}, async ({ context }) => ({
    data: await beginUnlockByPasskey(strapi, tokenOf(context)),
  })),

  passkey: guarded({ body: passkeyAnswer }, async ({ body, context }) => {
    await unlockByPasskey(strapi, tokenOf(context), body);
    return done;
  }),

  end: guarded({}, async ({ context }) => {
    await endLocked(strapi, tokenOf(context));
    return done;
  }),
});
