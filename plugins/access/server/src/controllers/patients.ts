import { z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { NewPatient } from '../../../shared/patients.ts';
import { addPatient, openPatient, searchPatients } from '../services/patient-pages.ts';

const listed = z.object({
  q: z.string().max(100).default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});
const name = z.string('is needed').trim().min(1, 'is needed').max(100, 'is too long');
const added = z.object({
  firstName: name,
  lastName: name,
  mobileNumber: z.string().trim().max(40, 'is too long').optional(),
  email: z.email('is not an e-mail address').optional(),
  dateOfBirth: z.iso.date('must be a date such as 1980-02-29').optional(),
});
const named = z.object({ documentId: z.string().min(1).max(64) });

interface Ability {
  can(action: string, subject: string, field: string): boolean;
}

/** The matrix of Settings → Roles decides field by field, here as in the content manager. */
const mayRead =
  (context: Context) =>
  (field: string): boolean =>
    (context.state.userAbility as Ability).can(
      'plugin::content-manager.explorer.read',
      'api::patient.patient',
      field,
    );

export const patients = ({ strapi }: { strapi: Core.Strapi }) => ({
  list: guarded({ query: listed }, ({ query }) => searchPatients(strapi, query)),
  add: guarded({ body: added }, async ({ body, context }) => {
    context.status = 201;
    return { data: await addPatient(strapi, body as NewPatient) };
  }),
  open: guarded({ params: named }, async ({ params, context }) => ({
    data: await openPatient(strapi, params.documentId, mayRead(context)),
  })),
});
