/** The clinic's colour as the accent of both schemes. Depends on its address alone, so it is kept for ever. */
import type { APIRoute } from 'astro';
import { type Accent, accentOf } from '../lib/contrast.ts';

const rules = ({ accent, onAccent, pressed, wash }: Accent) =>
  `html:root{--accent:${accent};--on-accent:${onAccent};--accent-pressed:${pressed};--wash:${wash}}`;

export const GET: APIRoute = ({ url }) => {
  const color = url.searchParams.get('color') ?? '';
  if (!/^[0-9a-f]{6}$/i.test(color)) return new Response(null, { status: 404 });
  const light = rules(accentOf(`#${color}`, 'light'));
  const dark = rules(accentOf(`#${color}`, 'dark'));
  return new Response(`${light}\n@media screen and (prefers-color-scheme:dark){${dark}}\n`, {
    headers: {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  });
};
