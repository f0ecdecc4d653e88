/** Rate limits by class of route: requests a minute from one address. */
export const limits = {
  general: 60,
  'sign-in': 10,
  booking: 20,
  /** Links and other secrets that could be guessed. */
  code: 20,
  upload: 5,
  /** Signed calls of providers come in bursts. */
  webhook: 600,
} as const;

export type RouteClass = keyof typeof limits;

const signIn = new Set([
  '/api/auth/local',
  '/api/auth/local/register',
  '/api/auth/forgot-password',
  '/api/auth/reset-password',
  '/api/auth/change-password',
  '/api/access/register',
  '/admin/login',
  '/admin/register',
  '/admin/register-admin',
  '/admin/forgot-password',
  '/admin/reset-password',
]);

/** Routers match paths whatever their case and whether or not a slash ends them. */
const normal = (path: string) => path.toLowerCase().replace(/\/+$/, '');

/** The class that a request counts in; undefined when it is not limited (the panel's own work, probes). */
export const classOf = (method: string, rawPath: string): RouteClass | undefined => {
  const path = normal(rawPath);
  if (method === 'OPTIONS' || path.startsWith('/api/kernel/health')) return undefined;
  const changes = method !== 'GET' && method !== 'HEAD';
  if (changes && signIn.has(path)) return 'sign-in';
  if (!path.startsWith('/api/')) return undefined;
  if (changes && /^\/api\/scheduling\/(bookings|guest|holds|wait-list)/.test(path))
    return 'booking';
  if (/^\/api\/(intake\/forms|scheduling\/(manage|offers))\//.test(path)) return 'code';
  if (changes && path.startsWith('/api/access/guest/')) return 'code';
  if (changes && path.startsWith('/api/upload')) return 'upload';
  if (changes && path.endsWith('/webhook')) return 'webhook';
  return 'general';
};

/** One household or clinic holds a whole /64 of IPv6: it counts as one. */
export const counterOf = (address: string): string => {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const zeros = Math.max(0, 8 - left.length - right.length);
  const groups = tail === undefined ? left : [...left, ...Array(zeros).fill('0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
};
