import {
  acceptCorrection,
  askCorrection,
  listCorrections,
  ownCorrections,
  patientOfCorrection,
  refuseCorrection,
} from '@enamel/audit';
import { forbidden, z } from '@enamel/kernel';
import { guarded } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { personName } from '../../../shared/account.ts';
import { checkBirthDate } from '../services/birth-date.ts';
import { signedInPatient } from '../services/patient.ts';
import { demandPatient, scopeOf } from '../services/scope.ts';

const one = z.object({ id: z.string().min(1).max(64) });
const text = (most: number) =>
  z.string().trim().min(1, 'is needed').max(most, 'is too long').optional();
const wanted = z
  .strictObject({
    firstName: personName(100).optional(),
    lastName: personName(100).optional(),
    dateOfBirth: z.iso.date('must be a date such as 1980-02-29').optional(),
    address: text(300),
    city: text(100),
  })
  .refine((fields) => Object.values(fields).some((value) => value !== undefined), {
    error: 'Say what is wrong: at least one field.',
    path: ['firstName'],
  });
const because = z.strictObject({
  reason: z.string('is needed').trim().min(1, 'is needed').max(1_000, 'is too long'),
});

const given = (fields: z.infer<typeof wanted>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );

/** Patients say what is wrong about them, and the desk puts it right. */
export const corrections = ({ strapi }: { strapi: Core.Strapi }) => {
  const scoped = async (id: string) => demandPatient(strapi, await patientOfCorrection(strapi, id));
  return {
    own: guarded({}, async ({ context }) => {
      const patient = await signedInPatient(strapi, context);
      return { data: await ownCorrections(strapi, patient.documentId) };
    }),
    ask: guarded({ body: wanted }, async ({ body, context }) => {
      const patient = await signedInPatient(strapi, context);
      checkBirthDate(strapi, body.dateOfBirth);
      await askCorrection(strapi, patient.documentId, given(body));
      context.status = 201;
      return { data: await ownCorrections(strapi, patient.documentId) };
    }),
    list: guarded({}, async () => {
      if (!(await scopeOf(strapi)).everywhere)
        throw forbidden('FORBIDDEN', 'Requests about data are for those who see all patients.');
      return { data: await listCorrections(strapi) };
    }),
    accept: guarded({ params: one }, async ({ params }) => {
      await scoped(params.id);
      await acceptCorrection(strapi, params.id);
      return { data: {} };
    }),
    refuse: guarded({ params: one, body: because }, async ({ params, body }) => {
      await scoped(params.id);
      await refuseCorrection(strapi, params.id, body.reason);
      return { data: {} };
    }),
  };
};
