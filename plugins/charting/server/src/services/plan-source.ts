import type { GapSource } from '@enamel/scheduling';
import type { Core } from '@strapi/strapi';
import { sayPlan } from '../domain/plan-words.ts';
import { unscheduledPlans } from '../store/plans.ts';

/** Names patients with planned treatments and no visit ahead as candidates for a freed time. */
export const planSource = (strapi: Core.Strapi): GapSource => ({
  name: 'plan',
  candidates: async ({ practitioner, now }) =>
    (await unscheduledPlans(strapi.db.connection, { practitioner, now })).map(
      ({ patient, appointmentType, procedure, toothNumber, others }) => ({
        patient,
        appointmentType,
        words: sayPlan({ procedure, toothNumber, others }),
      }),
    ),
});
