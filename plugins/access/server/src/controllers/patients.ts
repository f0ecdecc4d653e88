import { z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { openPatient, searchPatients } from '../services/patient-pages.ts';

const listed = z.object({
  q: z.string().max(100).default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});
const named = z.object({ documentId: z.string().min(1).max(64) });

interface Ability {
  can(action: string, subject: string, field: string): boolean;
}

/** The matrix of Settings → Roles decides field by field, here as in the content manager. */
const mayReadNotes = (context: Context): boolean =>
  (context.state.userAbility as Ability).can(
    'plugin::content-manager.explorer.read',
    'api::patient.patient',
    'notes',
  );

export const patients = ({ strapi }: { strapi: Core.Strapi }) => ({
  list: guarded({ query: listed }, ({ query }) => searchPatients(strapi, query)),
  open: guarded({ params: named }, async ({ params, context }) => ({
    data: await openPatient(strapi, params.documentId, { readNotes: mayReadNotes(context) }),
  })),
});
