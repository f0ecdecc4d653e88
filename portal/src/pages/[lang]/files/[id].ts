import type { APIRoute } from 'astro';
import { openFile } from '../../../server/files.ts';

/** A picture or a paper of the patient, fetched with their own session. */
export const GET: APIRoute = async ({ params, locals, redirect, url }) => {
  if (!locals.session.access)
    return redirect(`/${locals.language}/sign-in?next=${encodeURIComponent(url.pathname)}`);
  const file = await openFile(locals.api, params.id ?? '');
  const headers = new Headers({ 'Cache-Control': 'private, no-store' });
  for (const name of ['Content-Type', 'Content-Length', 'Content-Disposition']) {
    const value = file.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(file.body, { headers });
};
