/**
 * A word in every form that only pages of ours can read: where a browser has a session, a post without its word is not
 * the person's own. A browser without a session has nothing that another site could use.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '@enamel/config';
import type { Session } from './session.ts';

export const tokenField = 'form-token';

const tokenOf = (form: string): string =>
  createHmac('sha256', env().PORTAL_SECRET).update(`form ${form}`).digest('base64url');

export const bearsToken = async (request: Request, { form }: Session): Promise<boolean> => {
  if (form === undefined) return true;
  const data = await request
    .clone()
    .formData()
    // What is no form bears no word.
    .catch(() => undefined);
  const given = Buffer.from(String(data?.get(tokenField) ?? ''));
  const wanted = Buffer.from(tokenOf(form));
  return given.length === wanted.length && timingSafeEqual(given, wanted);
};

/** The page with the word in each of its forms. */
export const withToken = async (response: Response, { form }: Session): Promise<Response> => {
  if (form === undefined || !response.headers.get('Content-Type')?.startsWith('text/html'))
    return response;
  const field = `<input type="hidden" name="${tokenField}" value="${tokenOf(form)}">`;
  const page = await response.text();
  const { status, headers } = response;
  // A page that stands in for another has been here before.
  const marked = page.includes(field)
    ? page
    : page.replace(/<form\b[^>]*\bmethod="post"[^>]*>/g, `$&${field}`);
  return new Response(marked, { status, headers });
};
