import { env } from '@enamel/config';
import { arrangeContentManager } from '@enamel/database/content-manager';
import { seedDemo } from '@enamel/database/demo';
import type { Core } from '@strapi/strapi';

export default {
  register() {},
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await strapi.service('plugin::access.roles').seed();
    await arrangeContentManager(strapi);
    if (env().DEMO_DATA) await seedDemo(strapi);
  },
};
