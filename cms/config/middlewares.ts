import { portalUrl, publicUrl } from '@enamel/config';

export default () => [
  'plugin::kernel.request',
  'plugin::kernel.log',
  'plugin::kernel.errors',
  'strapi::errors',
  'plugin::kernel.clinic-errors',
  'strapi::security',
  {
    name: 'strapi::cors',
    config: {
      origin: [portalUrl(), publicUrl()],
      headers: ['Content-Type', 'Authorization', 'Origin', 'Accept', 'Idempotency-Key'],
      expose: ['X-Request-Id', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'],
    },
  },
  'plugin::access.limits',
  'strapi::query',
  // Webhooks are signed over the bytes as they came.
  { name: 'strapi::body', config: { includeUnparsed: true } },
  'plugin::kernel.legible',
  'plugin::audit.sign-ins',
  'plugin::access.passwords',
  'plugin::audit.rights',
  'plugin::audit.pickers',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
  'plugin::scheduling.alternatives',
];
