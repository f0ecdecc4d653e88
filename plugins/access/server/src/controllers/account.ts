import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { profileChanges, registration } from '../../../shared/index.ts';
import { changeProfile, readProfile, register } from '../services/account.ts';
import { signedInPatient } from '../services/patient.ts';

export const account = ({ strapi }: { strapi: Core.Strapi }) => ({
  register: guarded({ body: registration }, async ({ body, context }) => {
    const answer = await register(strapi, body);
    context.status = 201;
    return answer;
  }),

  me: guarded({}, async ({ context }) => {
    const { documentId } = await signedInPatient(strapi, context);
    return { data: await readProfile(strapi, documentId) };
  }),

  change: guarded({ body: profileChanges }, async ({ body, context }) => {
    const { documentId } = await signedInPatient(strapi, context);
    return { data: await changeProfile(strapi, documentId, body) };
  }),
});
