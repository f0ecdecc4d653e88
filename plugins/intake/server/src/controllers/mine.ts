import { signedInPatient } from '@enamel/access';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { issueOwnForm, ownOpenForm } from '../services/mine.ts';

/** The form that waits for the signed-in patient. */
export const mine = ({ strapi }: { strapi: Core.Strapi }) => ({
  read: guarded({}, async ({ context }) => {
    const { documentId } = await signedInPatient(strapi, context);
    return { data: await ownOpenForm(strapi, documentId) };
  }),
  issue: guarded({}, async ({ context }) => {
    const { documentId } = await signedInPatient(strapi, context);
    const data = await issueOwnForm(strapi, documentId);
    context.status = 201;
    return { data };
  }),
});
