import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { ClinicError, invalid, unavailable } from '../../../shared/index.ts';
import { refusedByDatabase } from '../store/refused.ts';
import { isStarved } from '../store/starved.ts';

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
    // The router's own refusal of a method has no body of a shape.
    if (context.status === 405 || context.status === 501) {
      const refusal = { status: 405, name: 'MethodNotAllowedError', code: codes[405] };
      context.status = 405;
      context.body = {
        data: null,
        error: { ...refusal, message: 'This address does not answer this method.', details: {} },
      };
    }
    const error = (context.body as { error?: Record<string, unknown> } | undefined)?.error;
    if (context.status < 400 || typeof error !== 'object' || error === null || 'code' in error)
      return;
    error.code = codes[context.status] ?? 'INTERNAL';
  };

/** The multipart parser's own errors say with `httpCode` that the sender is to blame; Strapi looks for `status`. */
const unparsable = (error: unknown): boolean =>
  error instanceof Error && 'httpCode' in error && error.httpCode === 400;

/** Strapi's query builder falls over a field that is none, in an order that somebody made up. */
const namesNoField = (error: unknown): boolean =>
  error instanceof Error && /^Attribute .* not found on model /.test(error.message);

/** Strapi repeats the id that it did not find: whoever names one that is hidden from them would read that it was. */
const namesNoRecord = (error: unknown): boolean =>
  error instanceof Error && /^Document with id ".*" not found$/s.test(error.message);

/** Some routes of Strapi's check what they are sent by a schema and leave its refusal to whoever comes. */
const misshapen = (error: unknown): boolean => error instanceof Error && error.name === 'ZodError';

const ours = (error: unknown): ClinicError | undefined => {
  if (error instanceof ClinicError) return error;
  if (unparsable(error))
    return invalid('VALIDATION_FAILED', 'The request: its form data cannot be read', {
      cause: error,
    });
  if (namesNoField(error))
    return invalid('VALIDATION_FAILED', 'The request: names a field that does not exist', {
      cause: error,
    });
  if (namesNoRecord(error))
    return invalid('VALIDATION_FAILED', 'The request: names a record that does not exist', {
      cause: error,
    });
  if (misshapen(error))
    return invalid('VALIDATION_FAILED', 'The request: is not of the shape that is expected', {
      cause: error,
    });
  return refusedByDatabase(error);
};

/** The clinic is busier than its database: nobody's fault, and over soon. */
const busy = (cause?: unknown) =>
  unavailable(
    'BUSY',
    'Very many people are asking at the moment. Please try again in a few seconds.',
    5,
    cause,
  );

const answerWith = (context: Context, answer: ClinicError): void => {
  context.status = answer.status;
  context.body = answer.toBody();
  const { retryAfterSeconds } = answer.details;
  if (answer.kind === 'unavailable' && typeof retryAfterSeconds === 'number')
    context.set('Retry-After', String(retryAfterSeconds));
};

/** Inside Strapi's own handler, so that ours are answered before it sees them. */
export const clinicErrors =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (context: Context, next: Next) => {
    try {
      await next();
    } catch (error) {
      const answer = isStarved(context) ? busy(error) : ours(error);
      if (!answer) throw error;
      if (answer !== error)
        strapi.log.warn(`${context.method} ${context.routerPath ?? ''} ${answer.code}`);
      return answerWith(context, answer);
    }
    if (context.status >= 400 && isStarved(context)) answerWith(context, busy());
  };
