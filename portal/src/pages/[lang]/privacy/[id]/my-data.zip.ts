import type { APIRoute } from 'astro';

/** The archive, fetched with the patient's own session. */
export const GET: APIRoute = async ({ params, locals, redirect, url }) => {
  if (!locals.session.access)
    return redirect(`/${locals.language}/sign-in?next=${encodeURIComponent(url.pathname)}`);
  const archive = await locals.api.raw(
    'GET',
    `/access/privacy/exports/${encodeURIComponent(params.id ?? '')}/archive`,
    { headers: { Accept: 'application/zip' }, patience: 60_000 },
  );
  return new Response(archive.body, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': 'attachment; filename="my-data.zip"',
    },
  });
};
