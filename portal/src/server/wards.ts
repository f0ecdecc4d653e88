/** Those for whom the patient acts besides themselves, and whose record they are looking at. */
import { z } from 'zod';
import { type Api, ApiProblem, dataOf } from './api.ts';
import { guest } from './guest.ts';
import type { Session } from './session.ts';

const person = z.object({
  documentId: z.string(),
  name: z.string(),
  guardian: z.boolean(),
  until: z.string().nullable(),
});

export type Ward = z.infer<typeof person>;

/** Nobody while the API fails: a page goes on without them. */
export const wardsOf = (api: Api): Promise<Ward[]> =>
  guest(
    api.get('/access/family', dataOf(z.array(person))).then(({ data }) => data),
    [],
  );

/** The header that names the minor for whom a signed-in guardian acts. */
export const wardHeader = ({ access, ward }: Session): Record<string, string> =>
  access && ward ? { 'x-enamel-for': ward.documentId } : {};

/** Whether the API no longer takes the patient for this minor's guardian. */
export const isOver = (error: unknown, { ward }: Session): boolean =>
  ward !== undefined && error instanceof ApiProblem && error.code === 'PATIENT_NOT_FOUND';
