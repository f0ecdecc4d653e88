import { forbidden, missing, unauthenticated } from '@enamel/kernel';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { patientOfAccount } from '../store/patients.ts';
import { actsFor } from './family/rights.ts';

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

/** Names the minor for whom a guardian acts, by document id. */
const forHeader = 'x-enamel-for';

/** @throws 403 ADDRESS_NOT_CONFIRMED */
export const demandConfirmed = ({ confirmed }: { readonly confirmed?: boolean }): void => {
  if (!confirmed)
    throw forbidden(
      'ADDRESS_NOT_CONFIRMED',
      'Please confirm your e-mail address first: we sent you a link.',
    );
};

/**
 * The patient whom this request acts for: the one of the account, or the minor whom the request names and whose guardian
 * that one is today. `own` is always the account's.
 * @throws 401 SIGN_IN_REQUIRED for a stranger, 403 PATIENT_ONLY for staff and for an account without a patient, 404
 *   PATIENT_NOT_FOUND for a minor who is not theirs, or no minor any more
 */
export const signedInPatient = async (
  strapi: Core.Strapi,
  context: Context,
): Promise<{ documentId: string; id: number; userId: number; own: string }> => {
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
  const own = patient.documentId;
  const asked = context.get(forHeader);
  if (!asked || asked === own) return { ...patient, userId: user.id, own };
  const minor = (await actsFor(strapi, strapi.db.connection, own)).find(
    ({ documentId, guardian }) => guardian && documentId === asked,
  );
  if (!minor) throw missing('PATIENT_NOT_FOUND', 'There is no such patient.');
  return { id: minor.id, documentId: minor.documentId, userId: user.id, own };
};

/**
 * As {@link signedInPatient}, for what writes to people or takes the clinic's time: only whoever has shown that the
 * address of their account is theirs.
 * @throws also 403 ADDRESS_NOT_CONFIRMED
 */
export const confirmedPatient = async (
  ...asked: Parameters<typeof signedInPatient>
): ReturnType<typeof signedInPatient> => {
  const patient = await signedInPatient(...asked);
  demandConfirmed(asked[1].state.user as { confirmed?: boolean });
  return patient;
};
