export default [
  'strapi::logger',
  'plugin::kernel.errors',
  'strapi::errors',
  'plugin::kernel.clinic-errors',
  'strapi::security',
  'strapi::cors',
  'strapi::query',
  'strapi::body',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];
