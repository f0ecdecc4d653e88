import { record } from '@enamel/audit';
import { ClinicError } from '@enamel/kernel';
import { transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Profile, ProfileChanges, Registration } from '../../../shared/index.ts';
import { markUnproven, mobileOf } from '../store/unproven-addresses.ts';
import { askMail } from './account-mail.ts';
import { checkBirthDate } from './birth-date.ts';
import { checkPassword } from './passwords.ts';
import { openSession } from './patient-sign-in.ts';

const emailTaken = () =>
  new ClinicError(
    'conflict',
    'EMAIL_TAKEN',
    'This e-mail address already has an account. Sign in, or ask for a new password.',
    { fields: [{ field: 'email', message: 'This address already has an account.' }] },
  );

const hasAccount = async (strapi: Core.Strapi, email: string): Promise<boolean> =>
  (await strapi.db
    .query('plugin::users-permissions.user')
    .findOne({ where: { email }, select: ['id'] })) !== null;

const profileOf = (patient: Record<string, unknown>): Profile => ({
  documentId: String(patient.documentId),
  firstName: String(patient.firstName),
  lastName: String(patient.lastName),
  email: (patient.email as string | null) ?? null,
  mobileNumber: (patient.mobileNumber as string | null) ?? null,
  dateOfBirth: (patient.dateOfBirth as string | null) ?? null,
  preferredLanguage: (patient.preferredLanguage as string | null) ?? null,
  emailReminders: patient.emailReminders !== false,
  smsReminders: patient.smsReminders !== false,
});

/**
 * A new account with a new patient. A patient record that already bears the address is never linked: knowing an address
 * does not prove who one is; staff join the two.
 * @throws 409 EMAIL_TAKEN when the address has an account.
 */
export const register = async (strapi: Core.Strapi, input: Registration) => {
  checkBirthDate(strapi, input.dateOfBirth);
  const { email, password, language, ...person } = input;
  checkPassword(password, 'patient', [email, person.firstName, person.lastName]);
  const made = await transaction(strapi, async (trx) => {
    if (await hasAccount(strapi, email)) throw emailTaken();
    const role = await strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'authenticated' }, select: ['id'] });
    const user = await strapi.service('plugin::users-permissions.user').add({
      username: email,
      email,
      password,
      provider: 'local',
      confirmed: false,
      blocked: false,
      role: role?.id,
    });
    const patient = await strapi.documents('api::patient.patient').create({
      data: { ...person, email, preferredLanguage: language, account: user.id } as never,
    });
    await markUnproven(trx, patient.documentId, ['email', 'mobileNumber']);
    await record(strapi, trx, {
      action: 'account.register',
      subject: 'account',
      subjectId: String(user.id),
      patientId: patient.documentId,
    });
    await askMail(strapi, trx, { kind: 'confirm-email', address: email, language });
    return { user: user.id as number, patient: profileOf(patient) };
  }).catch(async (error: unknown) => {
    // Who loses a race hears of it from the validator or from the index, by its timing.
    throw (await hasAccount(strapi, email)) ? emailTaken() : error;
  });
  return { ...(await openSession(strapi, made.user)), patient: made.patient };
};

export const readProfile = async (strapi: Core.Strapi, documentId: string): Promise<Profile> => {
  const patient = await strapi.documents('api::patient.patient').findOne({ documentId });
  return profileOf(patient as Record<string, unknown>);
};

export const changeProfile = (
  strapi: Core.Strapi,
  documentId: string,
  changes: ProfileChanges,
): Promise<Profile> =>
  transaction(strapi, async (trx) => {
    const before = await mobileOf(trx, documentId);
    const patient = await strapi
      .documents('api::patient.patient')
      .update({ documentId, data: changes as object });
    const after = await mobileOf(trx, documentId);
    if (after.number !== before.number) await markUnproven(trx, documentId, ['mobileNumber']);
    return profileOf(patient as Record<string, unknown>);
  });
