import { invalid, unauthenticated } from '@enamel/kernel';
import { isFromStaff } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { acceptedAt } from '../domain/file-doors.ts';

/** Before the body is read: files are taken at their doors alone, and from staff alone. */
export const fileDoorsMiddleware =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (context: Context, next: Next) => {
    if (!context.is('multipart')) return next();
    const problem = 'is not expected at this address';
    if (!acceptedAt(context.path))
      throw invalid('FILE_NOT_ALLOWED', `A file ${problem}.`, {
        fields: [{ field: 'files', message: problem }],
      });
    if (!(await isFromStaff(strapi, context))) throw unauthenticated();
    return next();
  };
