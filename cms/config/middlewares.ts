export default [
  'strapi::logger',
  'plugin::kernel.errors',
  'strapi::errors',
  'plugin::kernel.clinic-errors',
  'strapi::security',
  'strapi::cors',
  'strapi::query',
  // Webhooks are signed over the bytes as they came.
  { name: 'strapi::body', config: { includeUnparsed: true } },
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];
