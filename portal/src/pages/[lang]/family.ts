import type { APIRoute } from 'astro';
import { writeSession } from '../../server/session.ts';
import { wardsOf } from '../../server/wards.ts';

/** Whose record a guardian looks at from now on: a minor's whom the form names, or their own. */
export const POST: APIRoute = async (context) => {
  const { api, session, language } = context.locals;
  const { ward: _, ...own } = session;
  const asked = (await context.request.formData()).get('ward');
  const ward = asked
    ? (await wardsOf(api)).find(({ documentId, guardian }) => guardian && documentId === asked)
    : undefined;
  const { documentId, name } = ward ?? {};
  await writeSession(context, {
    ...own,
    ...(documentId && name ? { ward: { documentId, name } } : {}),
  });
  return context.redirect(`/${language}/visits`, 303);
};
