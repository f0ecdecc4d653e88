import type { Core } from '@strapi/strapi';

/** Loads the demo clinic when the database holds no location yet. Deterministic but for the present day. */
export const seedDemo = async (strapi: Core.Strapi): Promise<void> => {
  if ((await strapi.documents('api::location.location').count({})) > 0) return;
  strapi.log.info('Demo data: nothing to load yet');
};
