import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import {
  factorParams,
  passkeyRegistration,
  passwordAgain,
  totpConfirmation,
} from '../../../shared/factors.ts';
import type { Person } from '../domain/factors.ts';
import { beginPasskey, finishPasskey } from '../services/factors/passkeys.ts';
import { mustHaveFactor } from '../services/factors/required.ts';
import { factorsOf, proveHolder, recoveryCodes, removeFactor } from '../services/factors/set.ts';
import { beginTotp, confirmTotp } from '../services/factors/totp.ts';
import { ownSession } from './staff.ts';

/** A member of staff's own second factors. What changes them asks for the password again. */
export const staffFactors = ({ strapi }: { strapi: Core.Strapi }) => {
  const holderOf = (context: Context) => {
    const { user } = ownSession(context);
    return { person: { origin: 'admin', userId: String(user.id) } as Person, email: user.email };
  };
  const proven = async (context: Context, password: string) => {
    const holder = holderOf(context);
    await proveHolder(strapi, holder.person, password);
    return holder;
  };
  return {
    list: guarded({}, async ({ context }) => {
      const { person } = holderOf(context);
      const required = await mustHaveFactor(strapi, person);
      return { data: await factorsOf(strapi, person), meta: { required } };
    }),

    beginTotp: guarded({ body: passwordAgain }, async ({ body, context }) => {
      const { person, email } = await proven(context, body.password);
      return { data: await beginTotp(strapi, person, email) };
    }),

    confirmTotp: guarded({ body: totpConfirmation }, async ({ body, context }) => ({
      data: await confirmTotp(strapi, holderOf(context).person, body.setUp, body.code),
    })),

    recoveryCodes: guarded({ body: passwordAgain }, async ({ body, context }) => {
      const { person } = await proven(context, body.password);
      return { data: { recoveryCodes: await recoveryCodes(strapi, person) } };
    }),

    beginPasskey: guarded({ body: passwordAgain }, async ({ body, context }) => {
      const { person, email } = await proven(context, body.password);
      return { data: await beginPasskey(strapi, person, email) };
    }),

    finishPasskey: guarded({ body: passkeyRegistration }, async ({ body, context }) => ({
      data: await finishPasskey(strapi, holderOf(context).person, body),
    })),

    remove: guarded({ params: factorParams, body: passwordAgain }, async (asked) => {
      const { person } = await proven(asked.context, asked.body.password);
      await removeFactor(strapi, person, asked.params.id);
      return { data: {} };
    }),
  };
};
