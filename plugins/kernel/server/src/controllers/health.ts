import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

export const health = ({ strapi }: { strapi: Core.Strapi }) => ({
  live(context: Context) {
    context.body = { status: 'ok' };
  },
  async ready(context: Context) {
    await strapi.db.connection.raw('select 1');
    context.body = { status: 'ok' };
  },
});
