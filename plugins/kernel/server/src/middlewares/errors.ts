import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { ClinicError } from '../../../shared/index.ts';

const codes: Record<number, string> = {
  400: 'VALIDATION_FAILED',
  401: 'SIGN_IN_REQUIRED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  409: 'CONFLICT',
  413: 'TOO_LARGE',
  429: 'TOO_MANY_REQUESTS',
};

/** One error shape for every route: `{ data: null, error: { status, name, code, message, details } }`. */
export const errors =
  (_config: unknown, { strapi: _strapi }: { strapi: Core.Strapi }) =>
  async (context: Context, next: Next) => {
    await next();
    const error = (context.body as { error?: Record<string, unknown> } | undefined)?.error;
    if (context.status < 400 || typeof error !== 'object' || error === null || 'code' in error)
      return;
    error.code = codes[context.status] ?? 'INTERNAL';
  };

/** Inside Strapi's own handler, so that ours are answered before it sees them. */
export const clinicErrors = () => async (context: Context, next: Next) => {
  try {
    await next();
  } catch (error) {
    if (!(error instanceof ClinicError)) throw error;
    context.status = error.status;
    context.body = error.toBody();
  }
};
