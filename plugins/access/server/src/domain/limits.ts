/** Requests a minute from one address, by class of route. `RATE_LIMITS` sets others. */
export const limits = {
  general: 60,
  'sign-in': 10,
  /** Who is known already shows it again: a second step, the lock, an address. A front desk comes from one address. */
  'second-step': 60,
  /** The panel comes back to its session, with every page that is loaded anew. */
  renewal: 240,
  booking: 20,
  /** Links and other secrets that could be guessed. */
  code: 20,
  upload: 5,
  /** Staff drop several pictures at once, each a request of its own. */
  'panel-upload': 60,
  /** Private files at their signed addresses: somebody leafs through pictures. */
  file: 240,
  /** Signed calls of providers come in bursts. */
  webhook: 600,
} as const;

export type RouteClass = keyof typeof limits;

const signIn = [
  /^\/api\/auth\/(?!refresh$|logout$)/,
  /^\/api\/access\/(register|password(\/(forgot|reset))?|confirmation(\/proof)?)$/,
  /^\/admin\/login$/,
  /^\/access\/staff\/(first|invitation(\/accept)?|password(\/(forgot|reset))?)$/,
];
const secondStep = [
  /^\/api\/access\/sign-in\//,
  /^\/access\/staff\/(email|sign-in\/(code|passkey(\/begin)?))$/,
  /^\/access\/lock\/open(\/passkey)?$/,
];
const booking = /^\/api\/scheduling\/(bookings|guest|holds|wait-list)/;
const panelUpload = /^\/(upload(\/|$)|charting\/patients\/[^/]+\/files$)/;
const code = [
  /^\/api\/(intake\/forms|scheduling\/(manage|offers))\//,
  /^\/api\/auth\/(email-confirmation|[^/]+\/callback)$/,
];

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** Routers, proxies and file servers each read a path a little differently: here every reading is the same path. */
const normal = (path: string) =>
  decoded(path)
    .toLowerCase()
    .replaceAll('\\', '/')
    .replace(/\/{2,}/g, '/')
    .replace(/\/+$/, '');

/** The class that a request counts in; undefined when it is not limited (the panel's own work, probes). */
export const classOf = (method: string, rawPath: string): RouteClass | undefined => {
  const path = normal(rawPath);
  if (method === 'OPTIONS' || /^\/api\/kernel\/health(\/|$)/.test(path)) return undefined;
  const changes = method !== 'GET' && method !== 'HEAD';
  if (changes && signIn.some((route) => route.test(path))) return 'sign-in';
  if (changes && secondStep.some((route) => route.test(path))) return 'second-step';
  if (path === '/admin/access-token') return 'renewal';
  if (changes && panelUpload.test(path)) return 'panel-upload';
  if (/^(\/api)?\/charting\/files\/[^/]+$/.test(path)) return 'file';
  if (!path.startsWith('/api/')) return undefined;
  if (changes && booking.test(path)) return 'booking';
  if (code.some((route) => route.test(path))) return 'code';
  if (changes && path.startsWith('/api/access/guest/')) return 'code';
  if (changes && /^\/api\/upload(\/|$)/.test(path)) return 'upload';
  if (changes && path.endsWith('/webhook')) return 'webhook';
  return 'general';
};

/** What is no address counts together, so that inventing names gains nothing. */
const nobody = 'unknown';

/** One household or clinic holds a whole /64 of IPv6: it counts as one. */
export const counterOf = (address: string): string => {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const zeros = Math.max(0, 8 - left.length - right.length);
  const groups = tail === undefined ? left : [...left, ...Array(zeros).fill('0'), ...right];
  if (groups.length < 7 || groups.some((group) => !/^([\da-f]{1,4}|[\d.]{7,15})$/i.test(group)))
    return nobody;
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
};
