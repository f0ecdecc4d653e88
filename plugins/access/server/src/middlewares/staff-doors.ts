import { forbidden, invalid, missing } from '@enamel/kernel';
import type { Context, Next } from 'koa';

/** Strapi's ways in by its own links, which never end, are kept in plain text and sign in without a second factor. */
const closed =
  /^\/admin\/(register|register-admin|registration-info|forgot-password|reset-password)$/;
/** Any member of staff could send any mail to anybody, or turn on what an outside service does to records. */
const unguarded = /^\/(email|i18n\/settings)$/;
/** Asks the shop of Strapi's maker. */
const shop = '/admin/license-trial-time-left';
const questions = '/admin/permissions/check';
const accounts = /^\/admin\/users(\/[^/]+)?$/;

const isRecord = (body: unknown): body is Record<string, unknown> =>
  typeof body === 'object' && body !== null;

/** Nobody writes a password into an account but its owner, by a link or knowing the one before. */
export const staffDoorsMiddleware = () => async (context: Context, next: Next) => {
  const path = context.path.toLowerCase().replace(/\/+$/, '');
  if (closed.test(path))
    throw missing('CLOSED', 'This way in is closed. Members of staff get a link by e-mail.');
  if (unguarded.test(path) && context.method !== 'GET')
    throw forbidden('CLOSED', 'Strapi does not ask here who may do this, so nobody may.');
  if (path === shop) throw forbidden('CLOSED', 'A clinic does not ask Strapi’s shop.');
  const body = (context.request as { body?: unknown }).body;
  // Strapi's own check lets the list go missing, and then reads it.
  if (path === questions && isRecord(body)) body.permissions ??= [];
  if (accounts.test(path) && context.method !== 'GET' && isRecord(body) && 'password' in body) {
    const message =
      'Passwords are not written here: send a link, or change your own in your account.';
    throw invalid('PASSWORD_ELSEWHERE', message, { fields: [{ field: 'password', message }] });
  }
  return next();
};
