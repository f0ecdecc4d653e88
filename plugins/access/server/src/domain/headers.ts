/** What the panel, its files and the API tell browsers to refuse. The portal's are in portal/src/server/protection.ts. */
export interface Setting {
  readonly production: boolean;
  /** Whether browsers reach this process by HTTPS. */
  readonly encrypted: boolean;
}

const policy = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

const panel = policy({
  'default-src': "'none'",
  'script-src': "'self'",
  'script-src-attr': "'none'",
  // Its styles are written by scripts as the pages are drawn.
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'media-src': "'self' data: blob:",
  'font-src': "'self' data:",
  'connect-src': "'self'",
  'worker-src': "'self' blob:",
  'manifest-src': "'self'",
  'frame-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'self'",
});

/** An answer of the API is data: opened as a page it may do nothing. */
const nothing = policy({
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
});

/** A file that somebody uploaded runs nothing and sends nothing; the panel may show it in a frame. */
const upload = policy({
  'default-src': "'none'",
  'img-src': "'self'",
  'style-src': "'unsafe-inline'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'self'",
});

const features = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];

export const kindOfPage = (path: string): 'panel' | 'upload' | 'data' => {
  if (/^\/admin(\/|$)/i.test(path)) return 'panel';
  return /^\/uploads\//i.test(path) ? 'upload' : 'data';
};

const byKind = {
  panel: {
    'Content-Security-Policy': panel,
    'X-Frame-Options': 'SAMEORIGIN',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  },
  upload: {
    'Content-Security-Policy': upload,
    'X-Frame-Options': 'SAMEORIGIN',
    'Referrer-Policy': 'no-referrer',
    // The clinic's logo stands in letters and on its own site.
    'Cross-Origin-Resource-Policy': 'cross-origin',
  },
  data: {
    'Content-Security-Policy': nothing,
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  },
};

export const headersOf = (path: string, setting: Setting): Readonly<Record<string, string>> => ({
  ...byKind[kindOfPage(path)],
  'X-Content-Type-Options': 'nosniff',
  'X-Permitted-Cross-Domain-Policies': 'none',
  'Permissions-Policy': features.map((feature) => `${feature}=()`).join(', '),
  ...(setting.production && setting.encrypted
    ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }
    : {}),
});
