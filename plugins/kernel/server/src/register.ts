import { env } from '@enamel/config';
import { applyConstraints } from '@enamel/database';
import type { Core } from '@strapi/strapi';

/** Constraints follow the schema's synchronisation and precede every plugin's bootstrap. */
export const register = ({ strapi }: { strapi: Core.Strapi }) => {
  strapi.hook('strapi::content-types.afterSync').register(async () => {
    await applyConstraints(env().DATABASE_URL ?? '');
  });
};
