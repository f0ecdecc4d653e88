import { defineMiddleware, sequence } from 'astro:middleware';
import { isLanguage, languages, preferredLanguage } from './lib/languages.ts';
import { ApiProblem, createApi } from './server/api.ts';
import { catalogueIn } from './server/catalogue.ts';
import { clientHeaders } from './server/client-address.ts';
import { bearsToken, withToken } from './server/form-token.ts';
import { isOwnPost, protect } from './server/protection.ts';
import { expires, readSession, refreshed, signedOut, writeSession } from './server/session.ts';
import { awayRequest, unsentOf } from './server/unsent.ts';
import { isOver, wardHeader } from './server/wards.ts';
import { texts } from './texts/index.ts';

const changes = ({ method }: Request): boolean => method !== 'GET' && method !== 'HEAD';

/** Language, session and the way to the API. */
const prepare = defineMiddleware(async (context, next) => {
  const { locals, request, routePattern } = context;
  const segment = context.originPathname.split('/')[1];
  locals.language = isLanguage(segment)
    ? segment
    : preferredLanguage(request.headers.get('accept-language'), languages, 'en');
  locals.texts = texts[locals.language];
  // The page of a failure asks nothing more of the API.
  if (routePattern === '/500') return next();
  locals.session = await readSession(context.cookies);
  if (changes(request) && !(await bearsToken(request, locals.session))) {
    // No form of ours is sent to an address without a language.
    if (!isLanguage(segment)) return new Response(locals.texts.failure.staleTitle, { status: 403 });
    locals.unsent = await unsentOf('stale', context.url, request);
    return context.rewrite(awayRequest(context.url, locals.language, request.headers));
  }
  const { access, refresh } = locals.session;
  const headers = clientHeaders(context);
  // The page that keeps an unsent form asks nothing either.
  if (routePattern !== '/[lang]/away' && access && refresh && expires(access)) {
    const fresh = await refreshed(refresh, headers);
    const kept = fresh.access ? locals.session : signedOut(locals.session);
    await writeSession(context, { ...kept, ...fresh });
  }
  // The account is a person's own, whomever else they act for.
  const ward = routePattern.startsWith('/[lang]/account') ? {} : wardHeader(locals.session);
  locals.api = createApi({
    access: locals.session.access,
    headers: { ...headers, ...ward },
  });
  if (isLanguage(segment)) locals.catalogue = await catalogueIn(segment);
  else if (routePattern.startsWith('/[lang]')) return context.rewrite('/404');
  return next();
});

const guard = defineMiddleware(async (context, next) => {
  if (changes(context.request) && !isOwnPost(context.request))
    return new Response(texts.en.failure.originTitle, { status: 403 });
  const response = await withToken(await next(), context.locals.session ?? {});
  protect(response.headers);
  // Pages hold a person's data once somebody is signed in.
  if (!response.headers.has('Cache-Control'))
    response.headers.set('Cache-Control', 'private, no-store');
  return response;
});

/** A problem that no page dealt with becomes a page that says what to do. */
const explain = defineMiddleware(async (context, next) => {
  const sent = context.request.method === 'POST' ? context.request.clone() : undefined;
  try {
    return await next();
  } catch (error) {
    const status = error instanceof ApiProblem ? error.status : 500;
    if (status === 401) {
      await writeSession(context, signedOut(context.locals.session));
      const back = encodeURIComponent(`${context.url.pathname}${context.url.search}`);
      return context.redirect(`/${context.locals.language}/sign-in?expired=1&next=${back}`, 303);
    }
    if (isOver(error, context.locals.session)) {
      const { ward: _, ...own } = context.locals.session;
      await writeSession(context, own);
      return context.redirect(`/${context.locals.language}/visits?done=over`, 303);
    }
    // An address that cannot be is one that is not; a form that cannot be is nobody's.
    if (status === 400 && context.request.method === 'POST')
      return new Response(context.locals.texts.failure.unreadableTitle, { status });
    if (status === 400 || status === 403 || status === 404) return context.rewrite('/404');
    if (sent && (status === 502 || status === 503)) {
      context.locals.unsent = await unsentOf('away', context.url, sent);
      return context.rewrite(awayRequest(context.url, context.locals.language, sent.headers));
    }
    console.error(error);
    return context.rewrite('/500');
  }
});

export const onRequest = sequence(guard, explain, prepare);
