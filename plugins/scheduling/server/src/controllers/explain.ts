import { z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { permissions } from '../../../shared/permissions.ts';
import { explainSlot } from '../services/slots/explain.ts';
import { documentId, instant } from './input.ts';

/** Why a time is not offered, for staff: the panel's route and the REST API's answer alike. */
export const explain = ({ strapi }: { strapi: Core.Strapi }) => ({
  why: guarded(
    {
      query: z.object({
        appointmentType: documentId,
        location: documentId,
        practitioner: z.preprocess((value) => value || undefined, documentId.optional()),
        at: instant,
      }),
    },
    async ({ query: { practitioner = null, ...query }, context }) => {
      const ability = context.state.userAbility as { can(action: string): boolean } | undefined;
      return {
        data: await explainSlot(
          strapi,
          { ...query, practitioner },
          ability?.can(permissions.read) ?? false,
        ),
      };
    },
  ),
});
