const nowhere = 'http://portal.invalid';

/**
 * A path of this site to go on to; anything else leads to the appointments. A path that begins with two slashes once it
 * is read (`/.//evil.example`) names another site.
 */
export const nextPath = (wish: string | null, language: string): string => {
  const fallback = `/${language}/visits`;
  if (!wish?.startsWith('/') || !URL.canParse(wish, nowhere)) return fallback;
  const { origin, pathname, search } = new URL(wish, nowhere);
  return origin === nowhere && !pathname.startsWith('//') ? `${pathname}${search}` : fallback;
};
