/** Members of staff as those see them who look after accounts. */
import { record } from '@enamel/audit';
import { conflict, forbidden, missing } from '@enamel/kernel';
import { clockOf, currentActor, type Transaction, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { StaffMember } from '../../../shared/staff.ts';
import { endSessions } from '../store/sessions.ts';
import { type StoredMember, staffMember, staffMembers } from '../store/staff.ts';
import { mailsAsked } from './account-mail.ts';
import { resetFactors } from './factors/reset.ts';
import { mailStaff, mailStaffNow } from './staff-mail.ts';
import { endStaffTokens } from './staff-tokens.ts';

const superAdmin = 'strapi-super-admin';

const stateOf = (member: StoredMember, now: number): StaffMember['state'] => {
  if (member.blocked || (member.joined && !member.active)) return 'blocked';
  if (member.active) return 'active';
  return (member.invitedUntil?.getTime() ?? Number.POSITIVE_INFINITY) > now ? 'invited' : 'lapsed';
};

const shown = async (
  strapi: Core.Strapi,
  found: readonly StoredMember[],
): Promise<StaffMember[]> => {
  const now = clockOf(strapi).now().epochMilliseconds;
  const waiting = found.filter(({ active }) => !active).map(({ email }) => email);
  const mails = await mailsAsked(strapi, 'staff-invitation', waiting);
  return found.map((member) => {
    const { id, firstname, lastname, email, language, roles, secondFactor } = member;
    const mail = mails.get(email);
    const state = stateOf(member, now);
    const under = mail && !mail.left;
    return {
      id,
      firstname,
      lastname,
      email,
      language,
      roles,
      secondFactor,
      state,
      invitation:
        state === 'invited' || state === 'lapsed'
          ? {
              sentAt: under ? null : (member.invitedAt?.toISOString() ?? null),
              expiresAt: member.invitedUntil?.toISOString() ?? null,
            }
          : null,
      usedAt: member.usedAt?.toISOString() ?? null,
    };
  });
};

export const listStaff = async (strapi: Core.Strapi): Promise<StaffMember[]> =>
  shown(strapi, await staffMembers(strapi.db.connection));

const memberOf = async (trx: Transaction, id: number) => {
  const member = await staffMember(trx, id);
  if (!member) throw missing('NOT_FOUND', 'There is no such member of staff.');
  return member;
};

export const showMember = (strapi: Core.Strapi, id: number): Promise<StaffMember> =>
  transaction(strapi, async (trx) => {
    const [member] = await shown(strapi, [await memberOf(trx, id)]);
    if (!member) throw missing('NOT_FOUND', 'There is no such member of staff.');
    return member;
  });

const tell = (strapi: Core.Strapi, trx: Transaction, action: string, id: number) =>
  record(strapi, trx, { action, subject: 'staff-account', subjectId: String(id) });

/** Sends the invitation again; the link before it ends. @throws 409 HAS_JOINED, 429 TOO_MANY_MAILS */
export const inviteAgain = (strapi: Core.Strapi, id: number): Promise<void> =>
  transaction(strapi, async (trx) => {
    const member = await memberOf(trx, id);
    if (member.joined || member.blocked)
      throw conflict('HAS_JOINED', 'This person has chosen a password already.');
    await mailStaffNow(strapi, trx, 'staff-invitation', member);
    await tell(strapi, trx, 'access.invited', id);
  });

/** Sends a link to choose a new password. @throws 409 NOT_JOINED, 429 TOO_MANY_MAILS */
export const sendPasswordLink = (strapi: Core.Strapi, id: number): Promise<void> =>
  transaction(strapi, async (trx) => {
    const member = await memberOf(trx, id);
    if (!member.active)
      throw conflict('NOT_JOINED', 'This person cannot sign in: there is no password to change.');
    await mailStaffNow(strapi, trx, 'staff-new-password', member);
    await tell(strapi, trx, 'password.asked', id);
  });

/** What is done to a super admin only super admins do. @throws 403 SUPER_ADMIN_ONLY */
export const mayTouch = (strapi: Core.Strapi, { roles }: Pick<StoredMember, 'roles'>): void => {
  const actor = currentActor(strapi);
  const mine = actor.kind === 'staff' ? actor.roles : [];
  if (roles.some(({ code }) => code === superAdmin) && !mine.includes(superAdmin))
    throw forbidden('SUPER_ADMIN_ONLY', 'Only a super admin can do this to a super admin.');
};

/** Signs somebody out everywhere: a lost phone, a machine left open. */
export const signOutMember = (strapi: Core.Strapi, id: number): Promise<number> =>
  transaction(strapi, async (trx) => {
    const member = await memberOf(trx, id);
    mayTouch(strapi, member);
    const ended = await endSessions(trx, { origin: 'admin', userId: String(id) });
    await endStaffTokens(strapi, id);
    await tell(strapi, trx, 'session.ended', id);
    return ended;
  });

/** Nobody does it to themselves: that asks for the factor. @throws 409 NOT_YOURSELF or NO_SECOND_STEP, 403 SUPER_ADMIN_ONLY */
export const resetMemberFactors = (
  strapi: Core.Strapi,
  id: number,
  reason: string,
): Promise<void> =>
  transaction(strapi, async (trx) => {
    const member = await memberOf(trx, id);
    mayTouch(strapi, member);
    if (currentActor(strapi).id === String(id))
      throw conflict('NOT_YOURSELF', 'Change your own second factor in your account.');
    await resetFactors(strapi, trx, { origin: 'admin', userId: String(id) }, reason);
    await endStaffTokens(strapi, id);
    await mailStaff(strapi, trx, 'staff-second-step-reset', member);
  });

interface Made {
  readonly id: number;
  readonly email: string;
  readonly isActive?: boolean;
  readonly password?: string | null;
  readonly preferedLanguage?: string | null;
}

/** Whoever is added without a password gets a mail to choose one, whichever way they are added. */
export const inviteNewStaff = (strapi: Core.Strapi): void => {
  strapi.db.lifecycles.subscribe({
    models: ['admin::user'],
    beforeCreate({ params }: { params: { data?: Record<string, unknown> } }) {
      // Strapi's own token: it never expires and would be told to whoever adds the person.
      if (params.data?.registrationToken) params.data.registrationToken = null;
    },
    afterCreate: async ({ result }: { result?: unknown }) => {
      const { email, isActive, password, preferedLanguage } = result as Made;
      if (isActive || password) return;
      await transaction(strapi, (trx) =>
        mailStaff(strapi, trx, 'staff-invitation', { email, language: preferedLanguage ?? null }),
      );
    },
  });
};
