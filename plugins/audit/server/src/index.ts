import type { Core } from '@strapi/strapi';
import { entries } from './controllers/entries.ts';
import { routes } from './routes/index.ts';
import { watch } from './services/watch.ts';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    strapi.documents.use(watch(strapi));
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await strapi.service('admin::permission').actionProvider.registerMany([
      {
        section: 'plugins',
        displayName: 'Read the audit trail',
        uid: 'trail.read',
        pluginName: 'audit',
      },
    ]);
  },
  controllers: { entries },
  routes,
};
