import { digest } from './sealing.ts';
import { readRefreshToken } from './session-tokens.ts';

/** Strapi's cookie: it alone trades for an access token. */
export const refreshCookie = 'strapi_admin_refresh';

/** What the panel must repeat in a header beside the cookie of this session; nobody can make it for another. */
export const panelToken = (session: string): string =>
  digest('panel-session', session).toString('base64url');

/** The `Set-Cookie` line that lets the panel's scripts read the token of the session that `line` begins or ends. */
export const panelCookieLine = async (name: string, line: string): Promise<string> => {
  const [pair = '', ...attributes] = line.split(/;\s*/);
  const session = (await readRefreshToken('admin', pair.slice(refreshCookie.length + 1)))
    ?.sessionId;
  const kept = attributes.filter((attribute) => attribute.toLowerCase() !== 'httponly');
  return [`${name}=${session ? panelToken(session) : ''}`, ...kept].join('; ');
};
