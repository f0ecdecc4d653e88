import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { takeEvent } from '../services/webhook.ts';

/** Where the body parser keeps the bytes as they came. */
const unparsed = Symbol.for('unparsedBody');

export const stripe = ({ strapi }: { strapi: Core.Strapi }) => ({
  async webhook(context: Context) {
    const { body } = context.request as { body?: { [unparsed]?: string } };
    await takeEvent(strapi, body?.[unparsed] ?? '', context.get('Stripe-Signature'));
    context.body = { data: { received: true } };
  },
});
