import type { Core } from '@strapi/strapi';
import { clinic } from './controllers/clinic.ts';
import { patients } from './controllers/patients.ts';
import { clinicRoute, panelRoutes } from './routes/panel.ts';
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
  controllers: { clinic, patients },
  routes: {
    admin: { type: 'admin' as const, routes: panelRoutes },
    'content-api': { type: 'content-api' as const, routes: [clinicRoute] },
  },
  services: {
    /** Called by the CMS after every plugin and the panel have started. */
    roles: ({ strapi }: { strapi: Core.Strapi }) => ({ seed: () => seedAccess(strapi) }),
  },
};
