import { env } from '@enamel/config';
import { seedDemo } from '@enamel/database/demo';
import type { Core } from '@strapi/strapi';

export default {
  register() {},
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await strapi.service('plugin::access.roles').seed();
    if (env().DEMO_DATA) await seedDemo(strapi);
  },
};
