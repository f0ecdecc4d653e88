/** Whether a request comes from a page of another site, as the browser that sends it tells. */
export interface Sent {
  readonly method: string;
  /** `Origin`; empty when not sent. */
  readonly origin: string;
  /** `Sec-Fetch-Site`; empty when not sent. */
  readonly site: string;
  /** The host that it was sent to. */
  readonly host: string;
}

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

const hostOf = (origin: string): string | undefined => {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
};

/**
 * A request that changes nothing is nobody's. Scripts and apps outside of browsers send neither header: they have no
 * cookies but those that they were given. `Origin: null` is a page that hides where it is from.
 * @param own origins that may ask, beside the host itself
 */
export const isForeign = (
  { method, origin, site, host }: Sent,
  own: readonly string[],
): boolean => {
  if (harmless.has(method)) return false;
  if (origin !== '') return !own.includes(origin) && hostOf(origin) !== host;
  return site !== '' && site !== 'same-origin' && site !== 'none';
};
