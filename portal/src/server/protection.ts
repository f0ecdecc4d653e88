/** What every answer carries, and which form posts are ours. */
import { env, portalUrl } from '@enamel/config';

/** Stripe's payment pages; a stand-in may call its own machine by either name. */
const paymentPages = (): string[] => {
  const standIn = env().STRIPE_BASE_URL;
  if (standIn === undefined) return ['https://checkout.stripe.com'];
  const { origin, protocol, port } = new URL(standIn);
  return [origin, `${protocol}//localhost:${port}`, `${protocol}//127.0.0.1:${port}`];
};

/** Where a form may lead: here, and on to the payment page it redirects to. */
const formTargets = () => ["'self'", ...new Set(paymentPages())].join(' ');

export const protect = (headers: Headers): void => {
  headers.set(
    'Content-Security-Policy',
    [
      "default-src 'none'",
      "script-src 'self'",
      "script-src-attr 'none'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      `form-action ${formTargets()}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
  );
  if (headers.get('Content-Type') === 'text/html')
    headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('X-Frame-Options', 'DENY');
  headers.set('Referrer-Policy', 'same-origin');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('X-Permitted-Cross-Domain-Policies', 'none');
  headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=()');
  if (env().NODE_ENV === 'production' && portalUrl().startsWith('https:'))
    headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
};

/**
 * Whether a post comes from a page of this site. A browser names the origin of every post; the
 * address it called is the Host it sent, or the public address when a proxy rewrites that.
 */
export const isOwnPost = (request: Request): boolean => {
  const from = request.headers.get('sec-fetch-site');
  if (from !== null && from !== 'same-origin') return false;
  const origin = request.headers.get('origin');
  if (origin === null || !URL.canParse(origin)) return false;
  return (
    origin === new URL(portalUrl()).origin || new URL(origin).host === request.headers.get('host')
  );
};
