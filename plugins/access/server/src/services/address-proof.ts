/** What becomes of an account when its address is shown to be somebody's: whoever registered it may be somebody else. */
import { clockOf, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { deleteFactors, lockFactors } from '../store/factors.ts';
import { patientOfAccount, revokeOwnFeeds } from '../store/patients.ts';
import { endSessions } from '../store/sessions.ts';
import { markEmailProven, mobileOf } from '../store/unproven-addresses.ts';
import { tellOfFactor } from './factors/set.ts';

const origin = 'users-permissions';

/** Ends every session but `except`, and every calendar link: who holds one may not be who proved the account to be theirs. */
export const signOutEverywhere = async (
  strapi: Core.Strapi,
  trx: Transaction,
  user: number,
  except?: string,
): Promise<void> => {
  await endSessions(trx, { origin, userId: String(user), except });
  const patient = await patientOfAccount(trx, user);
  if (patient) await revokeOwnFeeds(trx, patient.documentId, clockOf(strapi).now().toString());
};

/** Who set an account up may be another than who chose its password anew: what only the former said is not kept. */
export const forgetMobile = async (
  strapi: Core.Strapi,
  trx: Transaction,
  user: number,
): Promise<void> => {
  const patient = await patientOfAccount(trx, user);
  if (!patient || !(await mobileOf(trx, patient.documentId)).unproven) return;
  const { documentId } = patient;
  await strapi
    .documents('api::patient.patient')
    .update({ documentId, data: { mobileNumber: null } as object });
};

/** The first proof of an address: what was set up before it is gone, whoever set it up. */
export const confirmAccount = async (
  strapi: Core.Strapi,
  trx: Transaction,
  user: number,
  except?: string,
): Promise<void> => {
  const person = { origin, userId: String(user) } as const;
  await strapi.service('plugin::users-permissions.user').edit(user, { confirmed: true });
  await signOutEverywhere(strapi, trx, user, except);
  await markEmailProven(trx, user);
  await lockFactors(trx, person);
  const kinds = await deleteFactors(trx, person);
  if (kinds.length > 0)
    await tellOfFactor(strapi, trx, person, 'access.factor-reset', {
      factors: kinds.length,
      reason: 'Set up before the address was confirmed',
    });
};
