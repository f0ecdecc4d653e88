import { forbidden, invalid, missing } from '@enamel/kernel';
import type { Context, Next } from 'koa';

/** Strapi's ways in by its own links, which never end, are kept in plain text and sign in without a second factor. */
const closed =
  /^\/admin\/(register|register-admin|registration-info|forgot-password|reset-password)$/;
/** Any member of staff could send any mail to anybody, or turn on what an outside service does to records. */
const unguarded = /^\/(email|i18n\/settings)$/;
const accounts = /^\/admin\/users(\/[^/]+)?$/;

/** Nobody writes a password into an account but its owner, by a link or knowing the one before. */
export const staffDoorsMiddleware = () => async (context: Context, next: Next) => {
  const path = context.path.toLowerCase().replace(/\/+$/, '');
  if (closed.test(path))
    throw missing('CLOSED', 'This way in is closed. Members of staff get a link by e-mail.');
  if (unguarded.test(path) && context.method !== 'GET')
    throw forbidden('CLOSED', 'Strapi does not ask here who may do this, so nobody may.');
  if (accounts.test(path) && context.method !== 'GET') {
    const body = (context.request as { body?: unknown }).body;
    if (typeof body === 'object' && body !== null && 'password' in body) {
      const message =
        'Passwords are not written here: send a link, or change your own in your account.';
      throw invalid('PASSWORD_ELSEWHERE', message, { fields: [{ field: 'password', message }] });
    }
  }
  return next();
};
