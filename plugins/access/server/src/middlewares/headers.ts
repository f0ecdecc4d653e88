import { env, publicUrl } from '@enamel/config';
import type { Context, Next } from 'koa';
import { headersOf, kindOfPage } from '../domain/headers.ts';

/** Puts our headers in the place of Strapi's, which differ between tests and production. */
export const headersMiddleware = () => {
  const { NODE_ENV } = env();
  const setting = {
    production: NODE_ENV === 'production',
    encrypted: publicUrl().startsWith('https:'),
  };
  return async (context: Context, next: Next) => {
    // While developing, the panel's bundler adds scripts of its own.
    if (NODE_ENV === 'development' && kindOfPage(context.path) === 'panel') return next();
    context.remove('Strict-Transport-Security');
    context.set(headersOf(context.path, setting));
    await next();
    // The panel's files may be kept; who works here and what they may is as private as any answer of the API.
    if (context.response.is('json') && !context.response.get('Cache-Control'))
      context.set('Cache-Control', 'no-store');
  };
};
