/** Where a person was going before they were asked to sign in; only ever a page of the panel. */
export const wayIn = (search: string): string => {
  const wanted = new URLSearchParams(search).get('redirectTo') ?? '/';
  return /^\/(?![/\\])/.test(wanted) ? wanted : '/';
};
