/** The address that a member of staff signs in with, and hears from us by. */
import { conflict, invalid } from '@enamel/kernel';
import { currentActor, type Transaction, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { endStaffLinks } from '../store/staff-links.ts';
import { provePassword } from './credentials.ts';
import type { SignedInMember } from './staff-access.ts';
import { mailStaff } from './staff-mail.ts';

/** Whose address may change in this request, because they gave their password. */
const provenKey = 'provenForEmail';

const fields = (message: string) => ({ fields: [{ field: 'email', message }] });

/**
 * Changes the address of who knows the password; the one before hears of it.
 * @throws 400 PASSWORD_WRONG, 409 STAFF_EMAIL_TAKEN
 */
export const changeStaffEmail = async (
  strapi: Core.Strapi,
  { id }: SignedInMember,
  { email, password }: { email: string; password: string },
): Promise<void> => {
  await provePassword(strapi, { origin: 'admin', userId: String(id) }, password);
  const context = strapi.requestContext.get();
  if (context) context.state[provenKey] = id;
  const users = strapi.service('admin::user');
  await transaction(strapi, async () => {
    if (await users.exists({ id: { $ne: id }, email })) {
      const message = 'Somebody else of the staff has this address.';
      throw conflict('STAFF_EMAIL_TAKEN', message, fields(message));
    }
    await users.updateById(id, { email });
  });
};

interface Account {
  readonly id: number;
  readonly email: string;
  readonly isActive: boolean | null;
  readonly blocked: boolean | null;
  readonly password: string | null;
  readonly preferedLanguage: string | null;
}

interface Change {
  readonly params: {
    readonly where?: unknown;
    readonly data?: { readonly email?: unknown };
  };
  readonly state: Record<string, unknown>;
}

/** Links in mails to the address before are good no more; who has not come in yet gets a new one. */
const follow = async (strapi: Core.Strapi, trx: Transaction, before: Account, email: string) => {
  const { id, isActive, password, blocked, preferedLanguage: language } = before;
  await endStaffLinks(trx, id);
  const reader = { email: before.email, language };
  if (password) await mailStaff(strapi, trx, 'staff-email-changed', reader);
  else if (!isActive && !blocked)
    await mailStaff(strapi, trx, 'staff-invitation', { ...reader, email });
};

/** Whichever way an address changes: nobody's own without their password, nobody's without a word to the one before. */
export const watchStaffEmails = (strapi: Core.Strapi): void => {
  const key = 'access.email-before';
  strapi.db.lifecycles.subscribe({
    models: ['admin::user'],
    async beforeUpdate({ params, state }: Change) {
      const email = params.data?.email;
      if (typeof email !== 'string') return;
      const account = (await strapi.db
        .query('admin::user')
        .findOne({ where: params.where as object })) as Account | null;
      if (!account || account.email.toLowerCase() === email.toLowerCase()) return;
      const actor = currentActor(strapi);
      const own = actor.kind === 'staff' && actor.id === String(account.id);
      if (own && strapi.requestContext.get()?.state[provenKey] !== account.id) {
        const message = 'Your own address is changed in your account, with your password.';
        throw invalid('EMAIL_ELSEWHERE', message, fields(message));
      }
      state[key] = account;
    },
    async afterUpdate({ params, state }: Change) {
      const before = state[key] as Account | undefined;
      if (!before) return;
      await transaction(strapi, (trx) => follow(strapi, trx, before, String(params.data?.email)));
    },
  });
};
