import { forbidden, unauthenticated } from '@enamel/kernel';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { patientOfAccount } from '../store/patients.ts';

interface User {
  id: number;
  roles?: unknown;
  /** The patient that came with the sign-in; null when the account has none. */
  known?: { id: number; documentId: string } | null;
  patient?: { documentId: string };
}

/** Whether a member of staff is signed in. */
export const isStaff = (context: Context): boolean =>
  Array.isArray((context.state.user as User | undefined)?.roles);

/**
 * The patient whom this request acts for.
 * @throws 401 SIGN_IN_REQUIRED for a stranger, 403 PATIENT_ONLY for staff and for an account without a patient.
 */
export const signedInPatient = async (
  strapi: Core.Strapi,
  context: Context,
): Promise<{ documentId: string; id: number; userId: number }> => {
  const user = context.state.user as User | undefined;
  if (!user) throw unauthenticated();
  const patient = isStaff(context)
    ? undefined
    : user.known === undefined
      ? await patientOfAccount(strapi.db.connection, user.id)
      : user.known;
  if (!patient)
    throw forbidden('PATIENT_ONLY', 'Only a patient can do this. Sign in as a patient.');
  user.patient = { documentId: patient.documentId };
  return { ...patient, userId: user.id };
};
