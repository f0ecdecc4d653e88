import { z } from '@enamel/kernel';
import { languages, line, newPassword } from './account.ts';

const token = z.string().min(1, 'is needed').max(100, 'is not a link');
const language = z.enum(languages);
const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('Please enter an e-mail address, such as ana@example.com.'));
const names = {
  firstname: line(80),
  lastname: z.string().trim().max(80).optional(),
};

/** `POST /access/staff/invitation`: what a link opens, without using it up. */
export const invitationOpened = z.strictObject({ token });

/** `POST /access/staff/invitation/accept` */
export const invitationAccepted = z.strictObject({ token, ...names, password: newPassword });

/** `POST /access/staff/first`: whoever sets a clinic up. */
export const firstAdministrator = z.strictObject({ email, ...names, password: newPassword });

/** `POST /access/staff/password/forgot` */
export const staffPasswordForgotten = z.strictObject({ email, language });

/** `POST /access/staff/password/reset` */
export const staffPasswordByLink = z.strictObject({ token, password: newPassword });

/** `POST /access/staff/password` */
export const staffPasswordChange = z.strictObject({
  current: z.string().min(1, 'Please enter your password.').max(200),
  password: newPassword,
});

/** `POST /access/staff/email`: the address that somebody signs in with. */
export const staffEmailChange = z.strictObject({
  email,
  password: z.string().min(1, 'Please enter your password.').max(200),
});

export const memberParams = z.object({ id: z.coerce.number().int().positive() });

/** A person whom an invitation is for. */
export interface Invited {
  readonly email: string;
  readonly firstname: string;
  readonly lastname: string | null;
}

/** A member of staff as those who look after accounts see them. Instants are ISO 8601. */
export interface StaffMember {
  readonly id: number;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly email: string;
  readonly language: string | null;
  readonly roles: readonly { readonly id: number; readonly code: string; readonly name: string }[];
  /** `blocked`: shut out. `invited` and `lapsed`: has not chosen a password yet, and the link is still good or not. */
  readonly state: 'active' | 'blocked' | 'invited' | 'lapsed';
  readonly invitation: {
    /** Null while the mail is on its way. */
    readonly sentAt: string | null;
    readonly expiresAt: string | null;
  } | null;
  /** Whether an app or a passkey is set up. */
  readonly secondFactor: boolean;
  /** When they last used the panel, while a session of theirs lasts. */
  readonly usedAt: string | null;
}
