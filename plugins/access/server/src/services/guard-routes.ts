import type { Core } from '@strapi/strapi';

interface Route {
  readonly handler: unknown;
  config?: { middlewares?: unknown[] };
}

/** Puts our guard before every route that Strapi generates for a noun, those of nouns to come included. */
export const guardGeneratedRoutes = (strapi: Core.Strapi): void => {
  for (const { routes: routers } of Object.values(strapi.apis) as { routes?: object }[])
    for (const router of Object.values(routers ?? {}) as { routes?: Route[] }[])
      for (const route of router.routes ?? []) {
        const [, uid, action] = /^(api::[\w-]+\.[\w-]+)\.(\w+)$/.exec(String(route.handler)) ?? [];
        if (!uid || !action) continue;
        route.config = {
          ...route.config,
          middlewares: [
            { name: 'plugin::access.generated', config: { uid, action } },
            ...(route.config?.middlewares ?? []),
          ],
        };
      }
};
