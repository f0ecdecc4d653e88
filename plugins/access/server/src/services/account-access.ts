/** What the owner of an account does about its address, its password and its sessions. */
import { record } from '@enamel/audit';
import { ClinicError, conflict, invalid, missing } from '@enamel/kernel';
import { clockOf, type Transaction, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { AccountLinkPurpose } from '../domain/account-mail.ts';
import { accountLink, spendAccountLinks } from '../store/account-links.ts';
import { endSessions, sessionsOf } from '../store/sessions.ts';
import { askMail, linkDigest } from './account-mail.ts';
import { confirmAccount, forgetMobile, signOutEverywhere } from './address-proof.ts';
import { provePassword } from './credentials.ts';
import { checkPassword } from './passwords.ts';

type Language = 'en' | 'ro';
const origin = 'users-permissions';

/** Whose session a request speaks for. */
interface SignedIn {
  readonly user: number;
  readonly session: string;
}

export interface Holder {
  readonly id: number;
  readonly email: string;
}

const useLink = async (
  strapi: Core.Strapi,
  trx: Transaction,
  purpose: AccountLinkPurpose,
  token: string,
) => {
  const now = clockOf(strapi).now().toString();
  const key = linkDigest(purpose, token);
  const link = await accountLink(trx, key, purpose, now);
  if (!link) throw missing('LINK_INVALID', 'This link is not valid. Ask for a new one.');
  if (link.spent) throw conflict('LINK_USED', 'This link has already been used.');
  if (link.over) throw missing('LINK_EXPIRED', 'This link has expired. Ask for a new one.');
  return { ...link, spend: () => spendAccountLinks(trx, link.user, purpose, now) };
};

const editUser = (strapi: Core.Strapi, user: number, changes: object) =>
  strapi.service('plugin::users-permissions.user').edit(user, changes);

const tell = (strapi: Core.Strapi, trx: Transaction, action: string, user: number) =>
  record(strapi, trx, { action, subject: 'patient-account', subjectId: String(user) });

/** Always the same answer, after the same work. */
export const forgotPassword = (strapi: Core.Strapi, address: string, language: Language) =>
  transaction(strapi, async (trx) => {
    await askMail(strapi, trx, { kind: 'reset-password', address, language });
  });

/**
 * Sets a password by a link, once, and ends every session and calendar link. On an address that nobody had confirmed,
 * second steps end too: they are of whoever registered it.
 * @throws 404 LINK_INVALID, 404 LINK_EXPIRED, 409 LINK_USED, 400 PASSWORD_…; a refused password leaves the link good
 */
export const resetPassword = (
  strapi: Core.Strapi,
  token: string,
  password: string,
  language: Language,
): Promise<{ user: number }> =>
  transaction(strapi, async (trx) => {
    const link = await useLink(strapi, trx, 'reset-password', token);
    checkPassword(password, 'patient', [
      link.email,
      ...link.names.map((name) => name ?? undefined),
    ]);
    await link.spend();
    await editUser(strapi, link.user, { password, resetPasswordToken: null });
    // Whoever reads the mailbox has shown that the address is theirs.
    if (link.confirmed) await signOutEverywhere(strapi, trx, link.user);
    else {
      await confirmAccount(strapi, trx, link.user);
      await forgetMobile(strapi, trx, link.user);
    }
    await askMail(strapi, trx, { kind: 'password-changed', address: link.email, language });
    return { user: link.user };
  });

/** Changes the password of who knows it; other sessions, calendar links and links to choose one end. @throws 400 PASSWORD_WRONG, PASSWORD_… */
export const changePassword = async (
  strapi: Core.Strapi,
  holder: Holder,
  session: string,
  { current, password, language }: { current: string; password: string; language: Language },
): Promise<void> => {
  checkPassword(password, 'patient', [holder.email]);
  await provePassword(strapi, { origin, userId: String(holder.id) }, current, 'current');
  await transaction(strapi, async (trx) => {
    await editUser(strapi, holder.id, { password });
    await signOutEverywhere(strapi, trx, holder.id, session);
    await spendAccountLinks(trx, holder.id, 'reset-password', clockOf(strapi).now().toString());
    await askMail(strapi, trx, { kind: 'password-changed', address: holder.email, language });
  });
};

/** Sends the link again. @throws 429 TOO_MANY_MAILS */
export const askConfirmation = (
  strapi: Core.Strapi,
  holder: Holder,
  language: Language,
): Promise<void> =>
  transaction(strapi, async (trx) => {
    const mail = { kind: 'confirm-email', address: holder.email, language } as const;
    if (!(await askMail(strapi, trx, mail)))
      throw new ClinicError(
        'limited',
        'TOO_MANY_MAILS',
        'Several mails are on their way. Please look among unwanted mail, or wait an hour.',
        { details: { retryAfterSeconds: 3600 } },
      );
  });

const passwordNeeded = () => {
  const message = 'Please enter the password that you chose for this account.';
  return invalid('PASSWORD_NEEDED', message, { fields: [{ field: 'password', message }] });
};

/**
 * Confirms an address. The link shows that the mailbox is theirs, the session or the password that the account is:
 * with one alone, whoever registered a foreign address would only have to wait until its owner presses the link.
 * @throws 404 LINK_INVALID, 404 LINK_EXPIRED, 409 LINK_USED, 400 PASSWORD_NEEDED or PASSWORD_WRONG: the link stays good
 */
export const confirmEmail = async (
  strapi: Core.Strapi,
  token: string,
  { password, holder }: { password?: string | undefined; holder?: SignedIn | undefined },
): Promise<void> => {
  const { user } = await transaction(strapi, (trx) => useLink(strapi, trx, 'confirm-email', token));
  const session = holder?.user === user ? holder.session : undefined;
  if (!session && !password) throw passwordNeeded();
  if (!session && password) await provePassword(strapi, { origin, userId: String(user) }, password);
  await transaction(strapi, async (trx) => {
    const link = await useLink(strapi, trx, 'confirm-email', token);
    await link.spend();
    if (!link.confirmed) await confirmAccount(strapi, trx, user, session);
    await tell(strapi, trx, 'account.confirmed', user);
  });
};

export const listOwnSessions = async (strapi: Core.Strapi, holder: Holder, current: string) => {
  const now = clockOf(strapi).now().toString();
  const sessions = await sessionsOf(strapi.db.connection, origin, String(holder.id), now);
  return sessions.map(({ id, device, address, beganAt, usedAt }) => ({
    id,
    device,
    address,
    beganAt: beganAt.toISOString(),
    usedAt: usedAt.toISOString(),
    current: id === current,
  }));
};

/** Ends one session of one's own, or all but the one that asks. @throws 404 NOT_FOUND */
export const endOwnSessions = (
  strapi: Core.Strapi,
  holder: Holder,
  which: { id?: string; except?: string },
): Promise<void> =>
  transaction(strapi, async (trx) => {
    const ended = await endSessions(trx, { origin, userId: String(holder.id), ...which });
    if (which.id && ended === 0) throw missing('NOT_FOUND', 'There is no such session.');
    await tell(strapi, trx, 'session.ended', holder.id);
  });
