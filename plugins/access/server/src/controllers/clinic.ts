import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { clinicProfile } from '../services/clinic.ts';

export const clinic = ({ strapi }: { strapi: Core.Strapi }) => ({
  profile: guarded({}, async ({ context }) => {
    context.set('Cache-Control', 'no-cache');
    return { data: await clinicProfile(strapi) };
  }),
});
