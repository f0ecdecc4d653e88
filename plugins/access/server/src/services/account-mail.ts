import { createHmac, randomBytes } from 'node:crypto';
import { env, portalUrl } from '@enamel/config';
import { clockOf, emit, type Transaction, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import {
  type AccountLinkPurpose,
  type AccountMailKind,
  linkHours,
  mailsAnHour,
} from '../domain/account-mail.ts';
import { isStaffMail } from '../domain/staff-mail.ts';
import {
  accountByEmail,
  forgetMail,
  forgetOldMails,
  insertMail,
  keepAccountLink,
  type LastMail,
  lastMails,
  sealedMail,
} from '../store/account-links.ts';
import { forgetStaffLinks } from '../store/staff-links.ts';
import { digest, seal, unseal } from './sealing.ts';
import { staffMailLink } from './staff-link.ts';

interface Asked {
  readonly kind: AccountMailKind;
  readonly address: string;
  readonly language: 'en' | 'ro';
}

/** A mail as its carrier needs it. */
export interface AccountMail extends Asked {
  /** The page that the mail leads to. */
  readonly link: string | null;
}

export const linkDigest = (purpose: AccountLinkPurpose, token: string): Buffer =>
  createHmac('sha256', env().LINK_SECRET).update(`account ${purpose}\0${token}`).digest();

/**
 * Asks for a mail to an address, whether or not it has an account: nobody can tell from what is done here.
 * @returns false when enough went there within the hour
 */
export const askMail = async (
  strapi: Core.Strapi,
  trx: Transaction,
  asked: Asked,
): Promise<boolean> => {
  const now = clockOf(strapi).now();
  const id = randomBytes(12).toString('hex');
  const kept = await insertMail(trx, {
    id,
    kind: asked.kind,
    recipient: digest('account-recipient', asked.address),
    sealed: seal('account-mail', asked),
    now: now.toString(),
    since: now.subtract({ hours: 1 }).toString(),
    most: mailsAnHour,
  });
  if (kept) await emit(strapi, trx, 'access.mail-requested', { mail: id });
  return kept;
};

const pages: Record<AccountLinkPurpose, string> = {
  'confirm-email': 'confirm-email',
  'reset-password': 'reset-password',
};

const linkFor = async (
  strapi: Core.Strapi,
  user: number,
  purpose: AccountLinkPurpose,
  language: string,
): Promise<string> => {
  const token = randomBytes(32).toString('base64url');
  const now = clockOf(strapi).now();
  await transaction(strapi, (trx) =>
    keepAccountLink(trx, {
      digest: linkDigest(purpose, token),
      purpose,
      user,
      now: now.toString(),
      expiresAt: now.add({ hours: linkHours[purpose] }).toString(),
    }),
  );
  return `${portalUrl()}/${language}/${pages[purpose]}/${token}`;
};

/** What is to be sent; undefined when it was sent, or when nobody with an account is there to read it. */
export const mailToSend = async (
  strapi: Core.Strapi,
  id: string,
): Promise<AccountMail | undefined> => {
  const sealed = await sealedMail(strapi.db.connection, id);
  const asked = sealed && (unseal('account-mail', sealed) as Asked | undefined);
  if (!asked) return undefined;
  const { kind } = asked;
  if (isStaffMail(kind)) {
    const written = await staffMailLink(strapi, kind, asked.address);
    return written && { ...asked, ...written };
  }
  const account = await accountByEmail(strapi.db.connection, asked.address);
  if (!account || (kind === 'confirm-email' && account.confirmed)) return undefined;
  const link =
    kind === 'confirm-email' || kind === 'reset-password'
      ? await linkFor(strapi, account.id, kind, asked.language)
      : null;
  return { ...asked, link };
};

export const mailSent = (strapi: Core.Strapi, id: string): Promise<void> =>
  forgetMail(strapi.db.connection, id);

export const forgetMails = async (strapi: Core.Strapi): Promise<void> => {
  const now = clockOf(strapi).now().toString();
  await forgetOldMails(strapi.db.connection, now);
  await forgetStaffLinks(strapi.db.connection, now);
};

/** When the last mail of a kind to each of these addresses was asked for, and whether it has left. */
export const mailsAsked = async (
  strapi: Core.Strapi,
  kind: AccountMailKind,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, LastMail>> => {
  const keys = addresses.map((address) => digest('account-recipient', address));
  const found = await lastMails(strapi.db.connection, kind, keys);
  const byKey = new Map(found.map((mail) => [mail.recipient.toString('hex'), mail]));
  return new Map(
    addresses.flatMap((address, at) => {
      const mail = byKey.get(keys[at]?.toString('hex') ?? '');
      return mail ? [[address, mail] as const] : [];
    }),
  );
};
