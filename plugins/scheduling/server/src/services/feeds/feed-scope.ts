import { practitionerOf } from '@enamel/access';
import { forbidden } from '@enamel/kernel';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { permissions } from '../../../../shared/permissions.ts';

/** Whose feeds a member of staff may see, make and revoke: everybody's, or the own practitioner's. */
export interface FeedScope {
  readonly userId: number;
  readonly practitioner: string | null;
}

/** @throws 403 FORBIDDEN for a role without the permission, and for one with only the own who is no practitioner */
export const feedScope = async (strapi: Core.Strapi, context: Context): Promise<FeedScope> => {
  const userId = Number(context.state.user.id);
  const ability = context.state.userAbility as { can(action: string): boolean };
  if (ability.can(permissions.feeds)) return { userId, practitioner: null };
  const practitioner = ability.can(permissions.ownFeeds)
    ? await practitionerOf(strapi, userId)
    : null;
  if (practitioner) return { userId, practitioner };
  throw forbidden('FORBIDDEN', 'Your role may not make calendar feeds.');
};
