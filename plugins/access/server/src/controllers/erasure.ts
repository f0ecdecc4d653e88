import {
  approveErasure,
  askErasure,
  erasurePage,
  legalHold,
  listUntoldBreaches,
  openIdentity,
  ownErasures,
  patientOfErasure,
  privacyDeadlines,
  putErasureOff,
  readErasure,
  refuseErasure,
  setHold,
  withdrawErasure,
} from '@enamel/audit';
import { forbidden, z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { signedInPatient } from '../services/patient.ts';
import { demandPatient, scopeOf } from '../services/scope.ts';

const documentId = z.string().min(1).max(64);
const one = z.object({ id: documentId });
const ofPatient = z.object({ documentId });
const reason = z.string('is needed').trim().min(1, 'is needed').max(1_000, 'is too long');
const because = z.strictObject({ reason });
const page = z.object({
  open: z.enum(['true', 'false']).default('false'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});

export const erasure = ({ strapi }: { strapi: Core.Strapi }) => {
  /** Answers only for a patient whom this member of staff may know of. */
  const scoped = async (id: string) => demandPatient(strapi, await patientOfErasure(strapi, id));
  return {
    own: guarded({}, async ({ context }) => {
      const patient = await signedInPatient(strapi, context);
      return { data: await ownErasures(strapi, patient.documentId) };
    }),
    ask: guarded({}, async ({ context }) => {
      const patient = await signedInPatient(strapi, context);
      context.status = 201;
      return { data: await askErasure(strapi, patient.documentId, 'portal') };
    }),
    withdraw: guarded({ params: one }, async ({ params, context }) => {
      const patient = await signedInPatient(strapi, context);
      await withdrawErasure(strapi, patient.documentId, params.id);
      return { data: {} };
    }),
    list: guarded({ query: page }, async ({ query }) => {
      if (!(await scopeOf(strapi)).everywhere)
        throw forbidden('FORBIDDEN', 'Requests about data are for those who see all patients.');
      return erasurePage(strapi, { ...query, open: query.open === 'true' });
    }),
    deadlines: guarded({}, async () => {
      if (!(await scopeOf(strapi)).everywhere)
        throw forbidden('FORBIDDEN', 'Requests about data are for those who see all patients.');
      return { data: await privacyDeadlines(strapi) };
    }),
    breaches: guarded({}, async () => ({ data: await listUntoldBreaches(strapi) })),
    read: guarded({ params: one }, async ({ params }) => {
      await scoped(params.id);
      return { data: await readErasure(strapi, params.id) };
    }),
    approve: guarded({ params: one }, async ({ params }) => {
      await scoped(params.id);
      await approveErasure(strapi, params.id);
      return { data: await readErasure(strapi, params.id) };
    }),
    refuse: guarded({ params: one, body: because }, async ({ params, body }) => {
      await scoped(params.id);
      await refuseErasure(strapi, params.id, body.reason);
      return { data: await readErasure(strapi, params.id) };
    }),
    putOff: guarded({ params: one, body: because }, async ({ params, body }) => {
      await scoped(params.id);
      await putErasureOff(strapi, params.id, body.reason);
      return { data: await readErasure(strapi, params.id) };
    }),
    identity: guarded({ params: one, body: because }, async ({ params, body }) => {
      await scoped(params.id);
      return { data: await openIdentity(strapi, params.id, body.reason) };
    }),
    ofPatient: guarded({ params: ofPatient }, async ({ params }) => {
      await demandPatient(strapi, params.documentId);
      const erasures = await ownErasures(strapi, params.documentId);
      return { data: { erasures, hold: await legalHold(strapi, params.documentId) } };
    }),
    askAtDesk: guarded({ params: ofPatient }, async ({ params, context }) => {
      await demandPatient(strapi, params.documentId);
      context.status = 201;
      return { data: await askErasure(strapi, params.documentId, 'desk') };
    }),
    hold: guarded(
      { params: ofPatient, body: z.strictObject({ reason: reason.nullable() }) },
      async ({ params, body }) => {
        await demandPatient(strapi, params.documentId);
        return { data: await setHold(strapi, params.documentId, body.reason) };
      },
    ),
  };
};
