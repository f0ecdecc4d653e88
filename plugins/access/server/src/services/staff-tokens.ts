/** Tokens by which programs work in the name of a member of staff, in the panel's routes and the REST API alike. */
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { refuseBareOwner } from './factors/required.ts';

interface Authenticated {
  readonly authenticated: boolean;
  readonly user?: { readonly id: number };
}

interface Tokens {
  authenticateAdminToken: (token: string) => Promise<Authenticated>;
  readonly deleteTokensForUser: (user: number) => Promise<void>;
}

const tokensOf = (strapi: Core.Strapi) =>
  strapi.service('admin::api-token-admin') as unknown as Tokens;

/** Every strategy asks this service, Strapi's own included. */
export const guardStaffTokens = (strapi: Core.Strapi): void => {
  const tokens = tokensOf(strapi);
  const usual = tokens.authenticateAdminToken;
  tokens.authenticateAdminToken = async (token) => {
    const result = await usual(token);
    if (result.authenticated && result.user) await refuseBareOwner(strapi, String(result.user.id));
    return result;
  };
};

/** With all sessions of somebody end the programs that work in their name: whoever had the one may have made the other. */
export const endStaffTokens = (strapi: Core.Strapi, user: number): Promise<void> =>
  tokensOf(strapi).deleteTokensForUser(user);

/** Signing out everywhere, by Strapi's route for one's own sessions: the same, unless this one stays. */
export const endOwnTokens = (strapi: Core.Strapi): void => {
  type Handlers = Readonly<Record<string, (context: Context) => Promise<void>>>;
  strapi.get('controllers').extend('admin::authenticated-session', (own: Handlers) => ({
    ...own,
    revokeAll: async (context: Context) => {
      const stays = ['true', '1'].includes(String(context.query.keepCurrent));
      await own.revokeAll?.(context);
      if (!stays) await endStaffTokens(strapi, (context.state.user as { id: number }).id);
    },
  }));
};
