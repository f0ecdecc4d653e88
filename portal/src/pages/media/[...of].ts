/** The clinic's logo and its practitioners' photos, from this origin: `/media/logo`, `/media/practitioner/<documentId>`. */
import { apiUrl } from '@enamel/config';
import type { APIRoute } from 'astro';
import { catalogueIn } from '../../server/catalogue.ts';

export const GET: APIRoute = async ({ params, locals }) => {
  const [kind, id] = (params.of ?? '').split('/');
  const { clinic, practitioners } = await catalogueIn(locals.language);
  const source =
    kind === 'logo'
      ? clinic.logo
      : practitioners.find(({ documentId }) => documentId === id)?.photo;
  if (!source) return new Response(null, { status: 404 });
  const image = await fetch(new URL(source, apiUrl()), {
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  });
  const type = image.headers.get('content-type') ?? '';
  if (!image.ok || !/^image\/(png|jpeg)\b/.test(type)) return new Response(null, { status: 404 });
  return new Response(image.body, {
    headers: {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=300',
    },
  });
};
