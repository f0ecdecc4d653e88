import { z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { codeAnswer, passkeyAnswer, passkeyWish } from '../../../shared/factors.ts';
import { answerChallenge } from '../services/factors/challenge.ts';
import { beginPasskeySignIn, finishPasskeySignIn } from '../services/factors/passkeys.ts';
import { enterPanel } from '../services/panel-entry.ts';

const origin = 'admin';
const from = { deviceId: z.uuid().optional(), rememberMe: z.boolean().optional() };

/** The panel's second step, and signing in by a passkey alone. The first step is Strapi's own route. */
export const staffSignIn = ({ strapi }: { strapi: Core.Strapi }) => ({
  code: guarded({ body: codeAnswer.extend(from) }, async ({ body, context }) => {
    const person = await answerChallenge(strapi, origin, body);
    return { data: await enterPanel(strapi, context, person, body) };
  }),

  beginPasskey: guarded({ body: passkeyWish }, async ({ body }) => ({
    data: await beginPasskeySignIn(strapi, origin, body.challenge),
  })),

  passkey: guarded({ body: passkeyAnswer.extend(from) }, async ({ body, context }) => {
    const person = await finishPasskeySignIn(strapi, origin, body);
    return { data: await enterPanel(strapi, context, person, body) };
  }),
});
