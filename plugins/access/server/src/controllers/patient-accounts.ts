import { z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { factorReset } from '../../../shared/factors.ts';
import { resetPatientFactors, showPatientAccount } from '../services/patient-accounts.ts';

const named = z.object({ documentId: z.string().min(1).max(64) });

export const patientAccounts = ({ strapi }: { strapi: Core.Strapi }) => ({
  show: guarded({ params: named }, async ({ params }) => ({
    data: await showPatientAccount(strapi, params.documentId),
  })),

  resetFactors: guarded({ params: named, body: factorReset }, async ({ params, body }) => {
    await resetPatientFactors(strapi, params.documentId, body.reason);
    return { data: {} };
  }),
});
