/** Where Strapi's panel keeps its access token: with "remember me" in the storage, else in a cookie of the page. */
const name = 'jwtToken';

export const cookie = (wanted: string): string | undefined =>
  document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${wanted}=`))
    ?.slice(wanted.length + 1);

export const accessToken = (): string | undefined => {
  const stored = localStorage.getItem(name);
  if (stored) return JSON.parse(stored) as string;
  const kept = cookie(name);
  return kept ? decodeURIComponent(kept) : undefined;
};
