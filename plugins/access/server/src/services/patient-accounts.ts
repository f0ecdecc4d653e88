/** A patient's account in the portal, as the desk sees it. */
import { record } from '@enamel/audit';
import { missing } from '@enamel/kernel';
import { transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { PatientAccount } from '../../../shared/patients.ts';
import { accountOfPatient } from '../store/patient-accounts.ts';
import { askMail } from './account-mail.ts';
import { resetFactors } from './factors/reset.ts';
import { factorsOf } from './factors/set.ts';
import { demandPatient } from './scope.ts';

type Connection = Parameters<typeof accountOfPatient>[0];

const origin = 'users-permissions';

/** @throws 404 PATIENT_NOT_FOUND */
const found = async (strapi: Core.Strapi, on: Connection, documentId: string) => {
  await demandPatient(strapi, documentId);
  const account = await accountOfPatient(on, documentId);
  if (account === undefined) throw missing('PATIENT_NOT_FOUND', 'There is no such patient.');
  return account;
};

/** Null when the patient has no account. @throws 404 PATIENT_NOT_FOUND */
export const showPatientAccount = async (
  strapi: Core.Strapi,
  documentId: string,
): Promise<PatientAccount | null> => {
  const account = await found(strapi, strapi.db.connection, documentId);
  if (!account) return null;
  const { id, email, confirmed, blocked, usedAt } = account;
  const { totp, passkeys, recoveryCodes } = await factorsOf(strapi, { origin, userId: String(id) });
  await record(strapi, undefined, {
    action: 'read',
    subject: 'patient-account',
    subjectId: String(id),
    patientId: documentId,
  });
  return {
    email,
    confirmed,
    blocked,
    usedAt: usedAt?.toISOString() ?? null,
    app: totp !== null,
    passkeys: passkeys.length,
    recoveryCodes,
  };
};

/** For who lost phone and codes. @throws 404 PATIENT_NOT_FOUND or NO_ACCOUNT, 409 NO_SECOND_STEP */
export const resetPatientFactors = (
  strapi: Core.Strapi,
  documentId: string,
  reason: string,
): Promise<void> =>
  transaction(strapi, async (trx) => {
    const account = await found(strapi, trx, documentId);
    if (!account) throw missing('NO_ACCOUNT', 'This patient has no account.');
    const { id, email: address, language } = account;
    await resetFactors(strapi, trx, { origin, userId: String(id) }, reason);
    await askMail(strapi, trx, { kind: 'second-step-reset', address, language: language ?? 'en' });
  });
