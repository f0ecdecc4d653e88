import type { APIRoute } from 'astro';
import { isLanguage, preferredLanguage } from '../lib/languages.ts';
import { catalogueIn, languagesOf } from '../server/catalogue.ts';

export const GET: APIRoute = async ({ request, redirect }) => {
  const catalogue = await catalogueIn('en');
  const offered = languagesOf(catalogue);
  const own = catalogue.clinic.defaultLanguage ?? undefined;
  const fallback = isLanguage(own) && offered.includes(own) ? own : (offered[0] ?? 'en');
  const language = preferredLanguage(request.headers.get('accept-language'), offered, fallback);
  return redirect(`/${language}`, 302);
};
