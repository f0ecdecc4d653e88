/** The links in mails to members of staff. */
import { createHmac, randomBytes } from 'node:crypto';
import { env, publicUrl } from '@enamel/config';
import { clockOf, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import {
  type StaffLinkPurpose,
  type StaffMailKind,
  staffLinkHours,
  staffLinkOf,
} from '../domain/staff-mail.ts';
import { keepStaffLink, staffByEmail } from '../store/staff-links.ts';

export const staffLinkDigest = (purpose: StaffLinkPurpose, token: string): Buffer =>
  createHmac('sha256', env().LINK_SECRET).update(`staff ${purpose}\0${token}`).digest();

/** The token stands behind `#`: browsers send it to nobody, so no log and no proxy sees it. */
const linkFor = async (strapi: Core.Strapi, user: number, purpose: StaffLinkPurpose) => {
  const token = randomBytes(32).toString('base64url');
  const now = clockOf(strapi).now();
  await transaction(strapi, (trx) =>
    keepStaffLink(trx, {
      digest: staffLinkDigest(purpose, token),
      purpose,
      user,
      now: now.toString(),
      expiresAt: now.add({ hours: staffLinkHours[purpose] }).toString(),
    }),
  );
  return `${publicUrl()}/admin/auth/${purpose}#${token}`;
};

/** What to write to an address when the mail leaves; undefined when nobody there is to read it. */
export const staffMailLink = async (
  strapi: Core.Strapi,
  kind: StaffMailKind,
  address: string,
): Promise<{ link: string | null } | undefined> => {
  // Nobody has that address any more: that is what the mail tells.
  if (kind === 'staff-email-changed') return { link: null };
  const account = await staffByEmail(strapi.db.connection, address);
  const purpose = staffLinkOf[kind];
  const meant = purpose === 'invitation' ? account?.invited : account?.active;
  if (!account || !meant) return undefined;
  return { link: purpose && (await linkFor(strapi, account.id, purpose)) };
};
