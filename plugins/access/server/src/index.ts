import type { Core } from '@strapi/strapi';
import { seedAccess } from './services/seed.ts';

const action = (uid: string, displayName: string) => ({
  section: 'plugins',
  displayName,
  uid,
  pluginName: 'access',
});

export default {
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await strapi
      .service('admin::permission')
      .actionProvider.registerMany([
        action('patients.read', 'Find and open patients'),
        action('patients.write', 'Add and change patients'),
      ]);
  },
  services: {
    /** Called by the CMS after every plugin and the panel have started. */
    roles: ({ strapi }: { strapi: Core.Strapi }) => ({ seed: () => seedAccess(strapi) }),
  },
};
