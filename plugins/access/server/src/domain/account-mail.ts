import type { StaffMailKind } from './staff-mail.ts';

/** Mails about a patient's account or one of staff; each is asked for first and written when it leaves. */
export type AccountMailKind =
  | 'confirm-email'
  | 'reset-password'
  | 'password-changed'
  | 'second-step-changed'
  | 'second-step-reset'
  | StaffMailKind;

export type AccountLinkPurpose = 'confirm-email' | 'reset-password';

export const linkHours: Readonly<Record<AccountLinkPurpose, number>> = {
  'confirm-email': 24,
  'reset-password': 1,
};

/** Mails of one kind to one address within an hour; what is asked for beyond is not sent. */
export const mailsAnHour = 3;
