import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import {
  codeAnswer,
  passkeyAnswer,
  passkeyWish,
  patientCredentials,
  whichDevice,
} from '../../../shared/factors.ts';
import { answerChallenge } from '../services/factors/challenge.ts';
import { beginPasskeySignIn, finishPasskeySignIn } from '../services/factors/passkeys.ts';
import { enter, signInPatient } from '../services/patient-sign-in.ts';

const origin = 'users-permissions';

/** How patients sign in: a password, and a second step where there is one; or a passkey alone. */
export const signIn = ({ strapi }: { strapi: Core.Strapi }) => ({
  password: guarded({ body: patientCredentials }, ({ body, context }) =>
    signInPatient(strapi, body, context),
  ),

  code: guarded({ body: codeAnswer.extend(whichDevice) }, async ({ body, context }) => {
    const person = await answerChallenge(strapi, origin, body);
    return enter(strapi, person, body, context);
  }),

  beginPasskey: guarded({ body: passkeyWish }, async ({ body }) => ({
    data: await beginPasskeySignIn(strapi, origin, body.challenge),
  })),

  passkey: guarded({ body: passkeyAnswer.extend(whichDevice) }, async ({ body, context }) => {
    const person = await finishPasskeySignIn(strapi, origin, body);
    return enter(strapi, person, body, context);
  }),
});
