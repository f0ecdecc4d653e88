/** The browser's icon for a clinic without a logo: a tooth in the clinic's colour. */
import type { APIRoute } from 'astro';
import { accentOf } from '../lib/contrast.ts';
import { toothPath } from '../lib/tooth-path.ts';

export const GET: APIRoute = ({ url }) => {
  const color = url.searchParams.get('color') ?? '';
  if (!/^[0-9a-f]{6}$/i.test(color)) return new Response(null, { status: 404 });
  const { accent, onAccent } = accentOf(`#${color}`, 'light');
  return new Response(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="${accent}"/><path transform="translate(4 4)" fill="${onAccent}" d="${toothPath}"/></svg>`,
    {
      headers: {
        'Content-Type': 'image/svg+xml',
        'Cache-Control': 'public, max-age=31536000, immutable',
      },
    },
  );
};
