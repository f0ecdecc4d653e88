import type { StrapiApp } from '@strapi/strapi/admin';
import { clearFurniture } from './furniture.ts';
import { helpInOwnLanguage } from './help.ts';
import en from './translations/en.json';
import { nounsInRomanian } from './translations/nouns.ts';
import ro from './translations/ro.json';

export default {
  config: {
    locales: ['ro'],
    translations: { en, ro: { ...ro, ...nounsInRomanian } },
    tutorials: false,
    notifications: { releases: false },
  },

  /** Runs after every plugin has registered its menu links, routes and widgets. */
  register(app: StrapiApp) {
    clearFurniture(app);
    app.router.addRoute((routes) => [
      {
        index: true,
        lazy: async () => ({ Component: (await import('./home/HomePage.tsx')).HomePage }),
      },
      ...routes.filter(({ index }) => !index),
    ]);
  },

  bootstrap(app: StrapiApp) {
    app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', helpInOwnLanguage);
  },
};
