import { z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { newRelation } from '../../../shared/family.ts';
import { confirm, familyOf, relate, unrelate } from '../services/family/family.ts';
import { actsFor } from '../services/family/rights.ts';
import { signedInPatient } from '../services/patient.ts';

const id = z.string().min(1).max(64);
const named = z.object({ documentId: id });
const relation = named.extend({ relation: id });

/** Who belongs to whom: for staff, and for the patient who acts for others. */
export const family = ({ strapi }: { strapi: Core.Strapi }) => ({
  read: guarded({ params: named }, async ({ params: { documentId } }) => ({
    data: await familyOf(strapi, documentId),
  })),
  add: guarded({ params: named, body: newRelation }, async ({ params, body, context }) => {
    await relate(strapi, params.documentId, body);
    context.status = 201;
    return { data: await familyOf(strapi, params.documentId) };
  }),
  confirm: guarded({ params: relation }, async ({ params }) => {
    await confirm(strapi, params.documentId, params.relation);
    return { data: await familyOf(strapi, params.documentId) };
  }),
  remove: guarded({ params: relation }, async ({ params }) => {
    await unrelate(strapi, params.documentId, params.relation);
    return { data: await familyOf(strapi, params.documentId) };
  }),
  mine: guarded({}, async ({ context }) => {
    const { own } = await signedInPatient(strapi, context);
    const found = await actsFor(strapi, strapi.db.connection, own);
    return { data: found.map(({ id: _, ...person }) => person) };
  }),
});
