import { createHmac, randomBytes } from 'node:crypto';
import { env } from '@enamel/config';
import { conflict, missing } from '@enamel/kernel';
import { clockOf, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { findLink, insertLink, markSpent, readsFor } from '../store/links.ts';

/** What a link lets its holder do. A link serves one purpose only. */
export type LinkPurpose = 'history-form' | 'manage-visit';

export interface Link {
  /** Document ids. */
  readonly patient: string;
  readonly appointment: string | null;
  /** Whoever it was sent to in the patient's stead. */
  readonly relative: string | null;
  readonly expiresAt: Temporal.Instant;
}

const used = () => conflict('LINK_USED', 'This link has already been used.');

const digestOf = (token: string) => createHmac('sha256', env().LINK_SECRET).update(token).digest();

/** Makes a link for one patient and purpose; the token (43 characters, URL-safe) is known only to whom it is sent. */
export const issueLink = async (
  strapi: Core.Strapi,
  trx: Transaction,
  link: {
    purpose: LinkPurpose;
    patient: string;
    appointment?: string | null | undefined;
    /** Whoever it is sent to in the patient's stead. */
    relative?: string | null | undefined;
    /** An instant, or one as ISO 8601. */
    expiresAt: Temporal.Instant | string;
  },
): Promise<string> => {
  const token = randomBytes(32).toString('base64url');
  await insertLink(trx, {
    digest: digestOf(token),
    purpose: link.purpose,
    patient: link.patient,
    appointment: link.appointment ?? null,
    relative: link.relative ?? null,
    issuedAt: clockOf(strapi).now(),
    expiresAt: Temporal.Instant.from(link.expiresAt),
  });
  return token;
};

/**
 * What a link opens. Opening does not spend it.
 * @throws 404 LINK_INVALID (unknown, or of another purpose), 404 LINK_EXPIRED (also for who no longer stands in for the
 *   patient), 409 LINK_USED.
 */
export const openLink = async (
  strapi: Core.Strapi,
  token: string,
  purpose: LinkPurpose,
): Promise<Link> => {
  const link = await findLink(strapi.db.connection, digestOf(token));
  if (link?.purpose !== purpose)
    throw missing('LINK_INVALID', 'This link is not valid. Ask the clinic for a new one.');
  if (link.spent) throw used();
  const now = clockOf(strapi).now();
  const { patient, appointment, relative, expiresAt } = link;
  const over =
    Temporal.Instant.compare(expiresAt, now) <= 0 ||
    (relative !== null && !(await readsFor(strapi.db.connection, { relative, patient }, now)));
  if (over) throw missing('LINK_EXPIRED', 'This link has expired. Ask the clinic for a new one.');
  return { patient, appointment, relative, expiresAt };
};

/** Uses a link up, in the transaction of what it was used for. @throws 409 LINK_USED */
export const spendLink = async (
  strapi: Core.Strapi,
  trx: Transaction,
  token: string,
): Promise<void> => {
  if (!(await markSpent(trx, digestOf(token), clockOf(strapi).now()))) throw used();
};
