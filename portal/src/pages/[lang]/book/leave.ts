import type { APIRoute } from 'astro';
import { nextPath } from '../../../server/account.ts';
import { releaseHold } from '../../../server/hold.ts';

/** Gives the kept time back and goes on to `to`; a page that closes posts without one. */
export const POST: APIRoute = async (context) => {
  await releaseHold(context);
  const to = context.url.searchParams.get('to');
  if (to === null) return new Response(null, { status: 204 });
  return context.redirect(nextPath(to, context.locals.language), 303);
};
