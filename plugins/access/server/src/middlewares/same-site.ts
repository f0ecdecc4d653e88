import { timingSafeEqual } from 'node:crypto';
import { env, portalUrl, publicUrl } from '@enamel/config';
import { forbidden } from '@enamel/kernel';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { panelCookie, panelHeader } from '../../../shared/panel-session.ts';
import { isForeign } from '../domain/same-site.ts';
import { refuseLocked } from '../services/locks.ts';
import { panelCookieLine, panelToken, refreshCookie } from '../services/panel-cookie.ts';
import { readRefreshToken } from '../services/session-tokens.ts';

const originOf = (address: string) => new URL(address).origin;

const equal = (left: string, right: string): boolean => {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
};

const setCookies = (context: Context): string[] =>
  [context.response.get('Set-Cookie')].flat().filter(Boolean);

/** The one route where a cookie is all that is asked for: here the panel must also know what it says. */
const checkRenewal = async (strapi: Core.Strapi, context: Context): Promise<void> => {
  const cookie = context.cookies.get(refreshCookie);
  const session = cookie && (await readRefreshToken('admin', cookie))?.sessionId;
  if (!session) return;
  if (!equal(context.get(panelHeader), panelToken(session)))
    throw forbidden('PANEL_TOKEN_NEEDED', 'This request did not come from the panel.');
  await refuseLocked(strapi, session);
};

/**
 * Refuses what a page of another site makes a browser send: to the panel's routes at all, to the API's where it brings
 * the cookie of a session. The API's other callers prove who they are by a token that no browser adds by itself.
 */
export const sameSiteMiddleware =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (context: Context, next: Next) => {
    const path = context.path.toLowerCase();
    const api = path.startsWith('/api/');
    const sent = {
      method: context.method,
      origin: context.get('origin'),
      site: context.get('sec-fetch-site'),
      host: context.host,
    };
    const own = api ? [publicUrl(), portalUrl(), ...(env().CORS_ORIGINS ?? [])] : [publicUrl()];
    const guarded = !api || context.cookies.get('strapi_up_refresh') !== undefined;
    if (guarded && isForeign(sent, own.map(originOf)))
      throw forbidden('FOREIGN_SITE', 'This request came from a page of another site.');
    if (/^\/admin\/access-token\/*$/.test(path)) await checkRenewal(strapi, context);
    await next();
    const line = setCookies(context).find((one) => one.startsWith(`${refreshCookie}=`));
    if (line) context.append('Set-Cookie', await panelCookieLine(panelCookie, line));
  };
