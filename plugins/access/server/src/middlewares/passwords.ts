import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { checkPassword } from '../services/passwords.ts';

const staffWrites = /^\/admin\/(register|register-admin|reset-password|users(\/[^/]+)?)$/;
/** Accounts of patients as staff write them, and Strapi's own routes for patients. */
const patientWrites =
  /^\/(content-manager\/collection-types\/plugin::users-permissions\.user(\/[^/]+)?|api\/(auth\/(reset|change)-password|users(\/[^/]+)?))$/;

const textsOf = (body: Record<string, unknown>): string[] =>
  ['email', 'username', 'firstname', 'lastname']
    .map((name) => body[name])
    .filter((value) => typeof value === 'string');

/** Whichever form or route a new password comes by, the same is asked of it. */
export const passwordsMiddleware =
  (_config: unknown, _strapi: { strapi: Core.Strapi }) => async (context: Context, next: Next) => {
    const path = context.path.toLowerCase().replace(/\/+$/, '');
    const whose = staffWrites.test(path) ? 'staff' : patientWrites.test(path) ? 'patient' : null;
    if (!whose || !['POST', 'PUT'].includes(context.method)) return next();
    const sent = ((context.request as { body?: unknown }).body ?? {}) as Record<string, unknown>;
    const inner = sent.userInfo;
    const body = typeof inner === 'object' && inner ? (inner as Record<string, unknown>) : sent;
    if (typeof body.password === 'string' && body.password !== '')
      checkPassword(body.password, whose, textsOf(body));
    return next();
  };
