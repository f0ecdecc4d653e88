import { confirmedPatient, signedInPatient } from '@enamel/access';
import { z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { acceptOffer, declineOffer, viewOffer } from '../services/wait-list/answer-offer.ts';
import { changeEntry, joinWaitList, leaveWaitList } from '../services/wait-list/wait-list.ts';
import { ownEntries, ownEntry } from '../services/wait-list/wait-list-view.ts';
import { documentId } from './input.ts';
import { named, target, wishes } from './wait-list-input.ts';

const language = z.enum(['en', 'ro'], 'must be en or ro').optional();
const params = z.object({ documentId });
const token = z.object({ token: z.string().min(20, 'is not a link').max(100, 'is not a link') });
const query = z.object({ language });

/** What patients ask of the wait list, and whoever holds the link of an offer. */
export const waiting = ({ strapi }: { strapi: Core.Strapi }) => {
  const patientOf = async (context: Context) => (await signedInPatient(strapi, context)).documentId;
  return {
    list: guarded({ query }, async ({ query, context }) => ({
      data: await ownEntries(strapi, await patientOf(context), query.language ?? null),
    })),
    one: guarded({ params, query }, async ({ params, query, context }) => ({
      data: await ownEntry(
        strapi,
        await patientOf(context),
        params.documentId,
        query.language ?? null,
      ),
    })),
    join: guarded(
      { body: z.object({ ...wishes, ...target }).superRefine(named) },
      async ({ body: { appointmentType = '', location = '', ...body }, context }) => {
        const { documentId: patient } = await confirmedPatient(strapi, context);
        const entry = { ...body, patient, appointmentType, location };
        const made = await joinWaitList(strapi, entry, { by: 'patient', patient });
        context.status = 201;
        return { data: await ownEntry(strapi, patient, made, null) };
      },
    ),
    change: guarded({ params, body: z.object(wishes) }, async ({ params, body, context }) => {
      const patient = await patientOf(context);
      await changeEntry(strapi, params.documentId, body, { by: 'patient', patient });
      return { data: await ownEntry(strapi, patient, params.documentId, null) };
    }),
    leave: guarded({ params }, async ({ params, context }) => {
      const patient = await patientOf(context);
      await leaveWaitList(strapi, params.documentId, { by: 'patient', patient });
      return { data: await ownEntry(strapi, patient, params.documentId, null) };
    }),
    offer: guarded({ params: token, query }, async ({ params, query }) => ({
      data: await viewOffer(strapi, params.token, query.language ?? null),
    })),
    accept: guarded({ params: token, query }, async ({ params, query }) => {
      const { again } = await acceptOffer(strapi, params.token);
      return {
        data: await viewOffer(strapi, params.token, query.language ?? null),
        meta: { again },
      };
    }),
    decline: guarded({ params: token, query }, async ({ params, query }) => {
      await declineOffer(strapi, params.token);
      return { data: await viewOffer(strapi, params.token, query.language ?? null) };
    }),
  };
};
