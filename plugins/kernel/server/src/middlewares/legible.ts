import type { Context, Next } from 'koa';
import { illegible, invalid } from '../../../shared/index.ts';

/** Behind the parsers and before every route: what the database could not keep is the caller's mistake, not ours. */
export const legible = () => async (context: Context, next: Next) => {
  const request = context.request as { body?: unknown };
  // A body of a kind that nobody parses is an empty one.
  if (/^(POST|PUT|PATCH)$/.test(context.method)) request.body ??= {};
  const problem = /%00/.test(context.path)
    ? { field: 'path', message: 'contains a character that cannot be kept' }
    : (illegible(context.query) ?? illegible(request.body));
  if (problem)
    throw invalid('VALIDATION_FAILED', `${problem.field || 'The request'}: ${problem.message}`, {
      fields: [problem],
    });
  if (Array.isArray(request.body))
    throw invalid('VALIDATION_FAILED', 'The request: must be an object, not a list');
  await next();
};
