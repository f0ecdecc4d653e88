import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { checkPassword } from '../services/passwords.ts';

/** Accounts of patients as staff write them, and Strapi's own routes for patients. */
const patientWrites =
  /^\/(content-manager\/collection-types\/plugin::users-permissions\.user(\/[^/]+)?|api\/(auth\/(reset|change)-password|users(\/[^/]+)?))$/;

const textsOf = (body: Record<string, unknown>): string[] =>
  ['email', 'username', 'firstname', 'lastname']
    .map((name) => body[name])
    .filter((value) => typeof value === 'string');

/** Whichever form or route a patient's new password comes by, the same is asked of it. */
export const passwordsMiddleware =
  (_config: unknown, _strapi: { strapi: Core.Strapi }) => async (context: Context, next: Next) => {
    const path = context.path.toLowerCase().replace(/\/+$/, '');
    if (!patientWrites.test(path) || !['POST', 'PUT'].includes(context.method)) return next();
    const body = ((context.request as { body?: unknown }).body ?? {}) as Record<string, unknown>;
    if (typeof body.password === 'string' && body.password !== '')
      checkPassword(body.password, 'patient', textsOf(body));
    return next();
  };
