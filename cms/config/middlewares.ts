import { env, portalUrl, publicUrl } from '@enamel/config';

const megabyte = 1024 * 1024;
const origins = () => [portalUrl(), publicUrl(), ...(env().CORS_ORIGINS ?? [])];
const limitHeaders = ['Limit', 'Remaining', 'Reset'].flatMap((name) => [
  `RateLimit-${name}`,
  `X-RateLimit-${name}`,
]);

export default () => [
  'plugin::kernel.request',
  'plugin::kernel.log',
  'plugin::kernel.errors',
  'strapi::errors',
  'plugin::kernel.clinic-errors',
  'strapi::security',
  'plugin::access.headers',
  {
    name: 'strapi::cors',
    config: {
      origin: origins().map((address) => new URL(address).origin),
      headers: ['Content-Type', 'Authorization', 'Origin', 'Accept', 'Idempotency-Key'],
      expose: ['X-Request-Id', 'Retry-After', 'RateLimit-Policy', ...limitHeaders],
      // A browser forgets within ten minutes who was allowed.
      maxAge: 600,
    },
  },
  'plugin::access.limits',
  'plugin::access.same-site',
  'plugin::access.file-doors',
  'strapi::query',
  // Webhooks are signed over the bytes as they came.
  {
    name: 'strapi::body',
    config: {
      includeUnparsed: true,
      formidable: { maxFileSize: 20 * megabyte, maxTotalFileSize: 60 * megabyte, maxFiles: 10 },
    },
  },
  'plugin::kernel.legible',
  'plugin::access.uploads',
  'plugin::audit.sign-ins',
  'plugin::access.staff-doors',
  'plugin::access.passwords',
  'plugin::audit.rights',
  'plugin::audit.pickers',
  'strapi::session',
  'plugin::access.media',
  'strapi::favicon',
  'strapi::public',
  'plugin::scheduling.alternatives',
];
