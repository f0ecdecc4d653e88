import type { APIRoute } from 'astro';
import { ApiProblem } from '../../server/api.ts';
import { writeSession } from '../../server/session.ts';

export const POST: APIRoute = async (context) => {
  const { api, session, language } = context.locals;
  if (session.access)
    await api
      .raw('POST', '/auth/logout', { body: { refreshToken: session.refresh } })
      .catch((error: unknown) => {
        // The browser is signed out whatever the API says of the old session.
        if (!(error instanceof ApiProblem)) throw error;
      });
  await writeSession(context, {});
  return context.redirect(`/${language}/sign-in?signed-out=1`, 303);
};
