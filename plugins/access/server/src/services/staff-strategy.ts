import { forbidden } from '@enamel/kernel';
import { bearerOf } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { type Ability, explorerAction, sightOf } from './sight.ts';

export const staffStrategyName = 'enamel-staff';

interface StaffUser {
  readonly id: number;
  readonly isActive: boolean;
  readonly blocked: boolean | null;
  readonly roles: readonly { readonly code: string }[];
}

type Known = { readonly user: StaffUser; readonly ability: Ability } | undefined;

const bySession = async (strapi: Core.Strapi, token: string): Promise<Known> => {
  const sessions = strapi.sessionManager('admin');
  const result = sessions.validateAccessToken(token);
  if (!result.isValid || !(await sessions.isSessionActive(result.payload.sessionId)))
    return undefined;
  const user = (await strapi.db.query('admin::user').findOne({
    where: { id: Number(result.payload.userId) },
    populate: ['roles'],
  })) as StaffUser | null;
  if (!user?.isActive || user.blocked) return undefined;
  const { engine } = strapi.service('admin::permission');
  return { user, ability: await engine.generateUserAbility(user) };
};

/** A token that a member of staff made in the panel: it can what its owner gave it. */
const byToken = async (strapi: Core.Strapi, token: string): Promise<Known> => {
  const result = await strapi.service('admin::api-token-admin').authenticateAdminToken(token);
  return result.authenticated ? { user: result.user, ability: result.ability } : undefined;
};

const refuse = () => forbidden('FORBIDDEN', 'Your role does not allow this.');

const staffPrefix = 'staff:';

/**
 * The scope of a REST route that is for staff alone, under a permission of the panel. The portal's roles are never given one.
 */
export const staffScope = (permission: string): string => `${staffPrefix}${permission}`;

export const isStaffScope = (scope: string): boolean => scope.startsWith(staffPrefix);

const asked = /^api::([\w-]+)\.\1\.(\w+)$/;

/**
 * Lets staff use the generated REST API with a session of the panel or an admin token, under the permissions that
 * Settings → Roles gives them, and routes that name a permission as their {@link staffScope}. Everything else that the
 * content API offers is refused to them.
 */
export const staffStrategy = (strapi: Core.Strapi) => ({
  name: staffStrategyName,

  async authenticate(context: Context) {
    const token = bearerOf(context);
    if (!token) return { authenticated: false };
    const known = (await bySession(strapi, token)) ?? (await byToken(strapi, token));
    if (!known) return { authenticated: false };
    context.state.user = known.user;
    context.state.userAbility = known.ability;
    return { authenticated: true, credentials: known.user, ability: known.ability };
  },

  /** Also asked for the target of each relation that a query or an answer reaches. */
  async verify(
    { ability }: { ability?: Ability | null },
    { scope }: { scope?: string | readonly string[] },
  ) {
    const scopes = scope === undefined ? [] : [scope].flat();
    if (!ability || scopes.length === 0) throw refuse();
    for (const each of scopes) {
      if (isStaffScope(each)) {
        if (!ability.can(each.slice(staffPrefix.length))) throw refuse();
        continue;
      }
      const [, noun, verb = ''] = asked.exec(each) ?? [];
      const action = explorerAction(verb);
      if (!noun || !action || !sightOf(ability, action).noun(`api::${noun}.${noun}`))
        throw refuse();
    }
  },
});
