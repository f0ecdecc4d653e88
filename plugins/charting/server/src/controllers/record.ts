import { signedInPatient } from '@enamel/access';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { readOwnRecord } from '../services/chart.ts';

export const record = ({ strapi }: { strapi: Core.Strapi }) => ({
  read: guarded({}, async ({ context }) => {
    const { documentId } = await signedInPatient(strapi, context);
    return { data: await readOwnRecord(strapi, documentId) };
  }),
});
