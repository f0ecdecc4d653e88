import type { Core } from '@strapi/strapi';

const action = (uid: string, displayName: string, subCategory: string) => ({
  section: 'plugins',
  pluginName: 'intake',
  uid,
  displayName,
  subCategory,
});

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }) => {
  await strapi
    .service('admin::permission')
    .actionProvider.registerMany([
      action('responses.read', 'Read answers of patients', 'responses'),
      action('responses.review', 'Review answers and add alerts', 'responses'),
      action('links.send', 'Make links to the history form', 'links'),
    ]);
};
