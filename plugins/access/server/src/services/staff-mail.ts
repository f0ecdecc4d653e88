/** Mails to members of staff, in their own language. */
import { ClinicError } from '@enamel/kernel';
import type { Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { type StaffMailKind, staffLanguage } from '../domain/staff-mail.ts';
import { askMail } from './account-mail.ts';
import { clinicProfile } from './clinic.ts';

interface Reader {
  readonly email: string;
  readonly language: string | null;
}

/** Asks for a mail in the person's own language. @returns false when enough of its kind went there within the hour */
export const mailStaff = async (
  strapi: Core.Strapi,
  trx: Transaction,
  kind: StaffMailKind,
  { email, language }: Reader,
): Promise<boolean> => {
  const { defaultLanguage } = await clinicProfile(strapi);
  const mail = { kind, address: email, language: staffLanguage(language, defaultLanguage) };
  return askMail(strapi, trx, mail);
};

/** As {@link mailStaff}, for a mail that somebody waits for. @throws 429 TOO_MANY_MAILS */
export const mailStaffNow = async (...asked: Parameters<typeof mailStaff>): Promise<void> => {
  if (!(await mailStaff(...asked)))
    throw new ClinicError(
      'limited',
      'TOO_MANY_MAILS',
      'Several mails are on their way to this address. Please look among unwanted mail, or wait an hour.',
      { details: { retryAfterSeconds: 3600 } },
    );
};
