import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import {
  factorParams,
  passkeyRegistration,
  passwordAgain,
  totpConfirmation,
  totpSetUp,
} from '../../../shared/factors.ts';
import type { Person } from '../domain/factors.ts';
import { beginPasskey, finishPasskey } from '../services/factors/passkeys.ts';
import { factorsOf, proveHolder, recoveryCodes, removeFactor } from '../services/factors/set.ts';
import { beginTotp, confirmTotp, showTotp } from '../services/factors/totp.ts';
import { demandConfirmed, signedInPatient } from '../services/patient.ts';

/** A patient's own second factors. What changes them asks for the password again. */
export const factors = ({ strapi }: { strapi: Core.Strapi }) => {
  const holderOf = async (context: Context) => {
    const { userId } = await signedInPatient(strapi, context);
    const { email, confirmed } = context.state.user as { email: string; confirmed: boolean };
    return {
      confirmed,
      person: { origin: 'users-permissions', userId: String(userId) } as Person,
      email,
    };
  };
  /** Second steps are set up by whoever has shown that the address is theirs: they outlive passwords. */
  const owner = async (context: Context) => {
    const holder = await holderOf(context);
    demandConfirmed(holder);
    return holder;
  };
  const proven = async (context: Context, password: string) => {
    const holder = await holderOf(context);
    await proveHolder(strapi, holder.person, password);
    return holder;
  };
  return {
    list: guarded({}, async ({ context }) => ({
      data: await factorsOf(strapi, (await holderOf(context)).person),
    })),

    beginTotp: guarded({ body: passwordAgain }, async ({ body, context }) => {
      await owner(context);
      const { person, email } = await proven(context, body.password);
      return { data: await beginTotp(strapi, person, email) };
    }),

    showTotp: guarded({ body: totpSetUp }, async ({ body, context }) => {
      const { person, email } = await holderOf(context);
      return { data: await showTotp(strapi, person, email, body.setUp) };
    }),

    confirmTotp: guarded({ body: totpConfirmation }, async ({ body, context }) => {
      const { person } = await owner(context);
      return { data: await confirmTotp(strapi, person, body.setUp, body.code) };
    }),

    recoveryCodes: guarded({ body: passwordAgain }, async ({ body, context }) => {
      await owner(context);
      const { person } = await proven(context, body.password);
      return { data: { recoveryCodes: await recoveryCodes(strapi, person) } };
    }),

    beginPasskey: guarded({ body: passwordAgain }, async ({ body, context }) => {
      await owner(context);
      const { person, email } = await proven(context, body.password);
      return { data: await beginPasskey(strapi, person, email) };
    }),

    finishPasskey: guarded({ body: passkeyRegistration }, async ({ body, context }) => {
      const { person } = await owner(context);
      return { data: await finishPasskey(strapi, person, body) };
    }),

    remove: guarded({ params: factorParams, body: passwordAgain }, async (asked) => {
      const { person } = await proven(asked.context, asked.body.password);
      await removeFactor(strapi, person, asked.params.id);
      return { data: {} };
    }),
  };
};
