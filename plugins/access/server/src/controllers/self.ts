import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { practitionerOf } from '../store/self.ts';

/** Who the signed-in person is among the clinic's practitioners. */
export const self = ({ strapi }: { strapi: Core.Strapi }) => ({
  practitioner: guarded({}, async ({ context }) => ({
    data: { practitioner: await practitionerOf(strapi, Number(context.state.user.id)) },
  })),
});
