import { forbidden } from '@enamel/kernel';
import { currentActor } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Ability } from './sight.ts';

interface Granted {
  readonly action: string;
  readonly subject?: string | null;
}

interface Roles {
  assignPermissions: (role: unknown, permissions?: readonly Granted[]) => Promise<unknown>;
}

/** What concerns the clinic's records and its work. All else, today's and to come, can hand on the whole system. */
const ofTheClinic =
  /^plugin::(content-manager|upload|audit|access|scheduling|intake|charting|billing|reminders)\./;

const sameLine = (one: Granted) => (other: Granted) =>
  one.action === other.action && (one.subject ?? null) === (other.subject ?? null);

/**
 * Who edits roles shapes what the clinic's people may do, and hands out no right over the system that they have not
 * themselves: tokens, webhooks, transfers.
 */
export const guardGrants = (strapi: Core.Strapi): void => {
  const roles = strapi.service('admin::role') as unknown as Roles;
  const usual = roles.assignPermissions;
  roles.assignPermissions = async (role, permissions = []) => {
    const ability = strapi.requestContext.get()?.state.userAbility as Ability | undefined;
    if (currentActor(strapi).kind === 'staff' && ability) {
      const standing = (await strapi.db
        .query('admin::permission')
        .findMany({ where: { role: { id: role } }, select: ['action', 'subject'] })) as Granted[];
      const beyond = permissions.find(
        (line) =>
          !ofTheClinic.test(line.action) &&
          !standing.some(sameLine(line)) &&
          !ability.can(line.action),
      );
      if (beyond) {
        const message = `Only who has ${beyond.action} can give it to a role.`;
        throw forbidden('GRANT_NOT_ALLOWED', message, {
          fields: [{ field: 'permissions', message }],
        });
      }
    }
    return usual(role, permissions);
  };
};
