import { z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { NewPatient } from '../../../shared/patients.ts';
import { addPatient, openPatient, searchPatients } from '../services/patient-pages.ts';
import { mayReadOfPatients } from '../services/sight.ts';

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

export const patients = ({ strapi }: { strapi: Core.Strapi }) => ({
  list: guarded({ query: listed }, ({ query }) => searchPatients(strapi, query)),
  add: guarded({ body: added }, async ({ body, context }) => {
    context.status = 201;
    return { data: await addPatient(strapi, body as NewPatient) };
  }),
  open: guarded({ params: named }, async ({ params, context }) => ({
    data: await openPatient(strapi, params.documentId, mayReadOfPatients(context)),
  })),
});
