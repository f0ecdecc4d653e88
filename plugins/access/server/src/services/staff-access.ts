/** How a member of staff comes in for the first time, and to a new password. */
import { conflict, missing } from '@enamel/kernel';
import { clockOf, type Transaction, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Invited } from '../../../shared/staff.ts';
import type { StaffLinkPurpose } from '../domain/staff-mail.ts';
import { endSessions } from '../store/sessions.ts';
import { spendStaffLink, staffLink } from '../store/staff-links.ts';
import { askMail } from './account-mail.ts';
import { provePassword } from './credentials.ts';
import { checkPassword } from './passwords.ts';
import { staffLinkDigest } from './staff-link.ts';
import { mailStaff } from './staff-mail.ts';
import { endStaffTokens } from './staff-tokens.ts';

interface Names {
  readonly firstname: string;
  readonly lastname?: string | undefined;
}

const useLink = async (
  strapi: Core.Strapi,
  trx: Transaction,
  purpose: StaffLinkPurpose,
  token: string,
) => {
  const now = clockOf(strapi).now().toString();
  const digest = staffLinkDigest(purpose, token);
  const link = await staffLink(trx, digest, purpose, now);
  if (!link) throw missing('LINK_INVALID', 'This link is not valid. Ask for a new one.');
  if (link.spent) throw conflict('LINK_USED', 'This link has already been used.');
  if (link.over) throw missing('LINK_EXPIRED', 'This link has expired. Ask for a new one.');
  return { ...link, spend: () => spendStaffLink(trx, digest, now) };
};

const update = (strapi: Core.Strapi, user: number, changes: object): Promise<unknown> =>
  strapi.service('admin::user').updateById(user, changes);

/** @throws 404 LINK_INVALID, 404 LINK_EXPIRED, 409 LINK_USED */
export const openInvitation = (strapi: Core.Strapi, token: string): Promise<Invited> =>
  transaction(strapi, async (trx) => {
    const { email, firstname, lastname } = await useLink(strapi, trx, 'invitation', token);
    return { email, firstname: firstname ?? '', lastname };
  });

/** @throws as {@link openInvitation}, 400 PASSWORD_…; a refused password leaves the link good */
export const acceptInvitation = (
  strapi: Core.Strapi,
  token: string,
  { password, firstname, lastname }: Names & { password: string },
): Promise<{ id: number; email: string }> =>
  transaction(strapi, async (trx) => {
    const link = await useLink(strapi, trx, 'invitation', token);
    checkPassword(password, 'staff', [link.email, firstname, lastname]);
    await link.spend();
    await update(strapi, link.user, {
      password,
      firstname,
      lastname: lastname ?? '',
      isActive: true,
      registrationToken: null,
    });
    return { id: link.user, email: link.email };
  });

/** @throws 403 FORBIDDEN when the clinic has one already, 400 PASSWORD_… */
export const registerFirst = async (
  strapi: Core.Strapi,
  { email, password, firstname, lastname }: Names & { email: string; password: string },
): Promise<{ id: number }> => {
  checkPassword(password, 'staff', [email, firstname, lastname]);
  const users = strapi.service('admin::user');
  if (await users.exists())
    throw conflict('HAS_ADMINISTRATOR', 'This clinic is set up already. Please sign in.');
  return users.createFirstAdmin({ email, password, firstname, lastname: lastname ?? '' });
};

/** Always the same answer, after the same work. */
export const forgotStaffPassword = (
  strapi: Core.Strapi,
  address: string,
  language: 'en' | 'ro',
): Promise<void> =>
  transaction(strapi, async (trx) => {
    await askMail(strapi, trx, { kind: 'staff-new-password', address, language });
  });

/**
 * Sets a password by a link, once, and ends every session. Nobody is signed in by it: a second factor is still asked for.
 * @throws 404 LINK_INVALID, 404 LINK_EXPIRED, 409 LINK_USED, 400 PASSWORD_…
 */
export const resetStaffPassword = (
  strapi: Core.Strapi,
  token: string,
  password: string,
): Promise<{ id: number; email: string }> =>
  transaction(strapi, async (trx) => {
    const link = await useLink(strapi, trx, 'new-password', token);
    const { user, email, firstname, lastname } = link;
    checkPassword(password, 'staff', [email, firstname ?? undefined, lastname ?? undefined]);
    await link.spend();
    await update(strapi, user, { password, resetPasswordToken: null });
    await endSessions(trx, { origin: 'admin', userId: String(user) });
    await endStaffTokens(strapi, user);
    await mailStaff(strapi, trx, 'staff-password-changed', link);
    return { id: user, email };
  });

export interface SignedInMember {
  readonly id: number;
  readonly email: string;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly preferedLanguage: string | null;
}

/** Changes the password of who knows it; the other sessions end. @throws 400 PASSWORD_WRONG, PASSWORD_… */
export const changeStaffPassword = async (
  strapi: Core.Strapi,
  member: SignedInMember,
  session: string,
  { current, password }: { current: string; password: string },
): Promise<void> => {
  const { id, email, firstname, lastname, preferedLanguage: language } = member;
  checkPassword(password, 'staff', [email, firstname ?? undefined, lastname ?? undefined]);
  await provePassword(strapi, { origin: 'admin', userId: String(id) }, current, 'current');
  await transaction(strapi, async (trx) => {
    await update(strapi, id, { password });
    await endSessions(trx, { origin: 'admin', userId: String(id), except: session });
    await mailStaff(strapi, trx, 'staff-password-changed', { email, language });
  });
};
