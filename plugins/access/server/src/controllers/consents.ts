import { consentsOf, sayConsent } from '@enamel/audit';
import { z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { signedInPatient } from '../services/patient.ts';
import { demandPatient } from '../services/scope.ts';

const documentId = z.string().min(1).max(64);
const language = z.enum(['en', 'ro']).default('ro');
const asked = z.object({ language });
const said = z.strictObject({
  key: z.string().min(1).max(64),
  act: z.enum(['given', 'withdrawn']),
  version: z.number().int().positive().optional(),
  language,
});

/** What patients agree to, in the portal and at the desk. */
export const consents = ({ strapi }: { strapi: Core.Strapi }) => ({
  own: guarded({ query: asked }, async ({ query, context }) => {
    const patient = await signedInPatient(strapi, context);
    return { data: await consentsOf(strapi, patient.documentId, query.language) };
  }),
  sayOwn: guarded({ body: said }, async ({ body, context }) => {
    const patient = await signedInPatient(strapi, context);
    await sayConsent(strapi, patient.documentId, { ...body, way: 'portal' });
    return { data: await consentsOf(strapi, patient.documentId, body.language) };
  }),
  ofPatient: guarded(
    { params: z.object({ documentId }), query: asked },
    async ({ params, query }) => {
      await demandPatient(strapi, params.documentId);
      return { data: await consentsOf(strapi, params.documentId, query.language) };
    },
  ),
  sayAtDesk: guarded({ params: z.object({ documentId }), body: said }, async ({ params, body }) => {
    await demandPatient(strapi, params.documentId);
    await sayConsent(strapi, params.documentId, { ...body, way: 'desk' });
    return { data: await consentsOf(strapi, params.documentId, body.language) };
  }),
});
