import type { Core } from '@strapi/strapi';

const action = (uid: string, displayName: string, subCategory: string) => ({
  section: 'plugins',
  pluginName: 'billing',
  uid,
  displayName,
  subCategory,
});

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }) => {
  await strapi
    .service('admin::permission')
    .actionProvider.registerMany([
      action('invoices.read', 'Read invoices and payments', 'invoices'),
      action('invoices.issue', 'Issue and void invoices', 'invoices'),
      action('payments.take', 'Take payments at the desk', 'payments'),
    ]);
};
