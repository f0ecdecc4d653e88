import type { Core } from '@strapi/strapi';

interface Route {
  readonly handler: unknown;
  config?: { middlewares?: unknown[]; policies?: readonly unknown[] };
}

const put = (route: Route, ...middlewares: readonly unknown[]) => {
  route.config = {
    ...route.config,
    middlewares: [...middlewares, ...(route.config?.middlewares ?? [])],
  };
};

/** A plugin's routes come as lists, or as routers that have lists. */
const routesIn = (routers: unknown): Route[] => {
  if (Array.isArray(routers)) return routers as Route[];
  return Object.values((routers ?? {}) as Record<string, unknown>).flatMap((router) =>
    Array.isArray(router) ? (router as Route[]) : ((router as { routes?: Route[] }).routes ?? []),
  );
};

/** Plugins of ours: they read their queries themselves, by schemas. */
const ownPlugins = [
  'kernel',
  'audit',
  'access',
  'scheduling',
  'intake',
  'charting',
  'billing',
  'reminders',
];

/** They show or change what is a patient's. */
const scopedPlugins = ['content-manager', ...ownPlugins];

/** They name what is out of scope on purpose: a place to ask for or to share with, a record to open in an emergency. */
const outward = new Set(['scope.ask', 'scope.open', 'scope.share']);

const isPanelRecords = (plugin: string, { handler }: Route) =>
  plugin === 'content-manager' &&
  /^(collection-types|single-types|relations)\./.test(String(handler));

const policyName = (policy: unknown): string =>
  typeof policy === 'string' ? policy : String((policy as { name?: unknown } | null)?.name ?? '');

const asksPermission = ({ config }: Route): boolean =>
  (config?.policies ?? []).some((policy) => policyName(policy).endsWith('hasPermissions'));

/** The panel's routes, Strapi's own and those of plugins. */
const panelRoutes = (strapi: Core.Strapi): Route[] => {
  const { admin } = strapi as unknown as { admin?: { routes?: object } };
  const routers = [admin?.routes, ...Object.values(strapi.plugins).map(({ routes }) => routes)];
  return routers
    .flatMap((named) => (Array.isArray(named) ? [{ routes: named }] : Object.values(named ?? {})))
    .filter(({ type }: { type?: string }) => type !== 'content-api')
    .flatMap(({ routes }: { routes?: Route[] }) => routes ?? []);
};

/** Puts our guards before every route of staff, those of nouns and plugins to come included. */
export const guardRoutes = (strapi: Core.Strapi): void => {
  for (const { routes: routers } of Object.values(strapi.apis) as { routes?: object }[])
    for (const route of routesIn(routers)) {
      const [, uid, action] = /^(api::[\w-]+\.[\w-]+)\.(\w+)$/.exec(String(route.handler)) ?? [];
      if (!uid || !action) continue;
      put(
        route,
        { name: 'plugin::access.scoped', config: { uid } },
        { name: 'plugin::access.generated', config: { uid, action } },
      );
    }
  for (const name of scopedPlugins)
    for (const route of routesIn(strapi.plugins[name]?.routes))
      if (!(name === 'access' && outward.has(String(route.handler))))
        put(
          route,
          ...(isPanelRecords(name, route) ? ['plugin::access.panelRecords'] : []),
          ...(route.handler === 'components.updateComponentConfiguration'
            ? ['plugin::access.layouts']
            : []),
          'plugin::access.scoped',
        );
  const strapis = [
    ['admin', strapi.admin?.routes] as const,
    ...Object.entries(strapi.plugins)
      .filter(([name]) => !ownPlugins.includes(name))
      .map(([name, { routes }]) => [name, routes] as const),
  ];
  for (const [name, routes] of strapis)
    for (const route of routesIn(routes))
      put(route, {
        name: 'plugin::access.panelQueries',
        config: { route: `${name} ${String(route.handler)}` },
      });
  // What is put last is asked first: who may come in at all.
  for (const route of panelRoutes(strapi))
    if (!asksPermission(route)) put(route, 'plugin::access.ownSession');
};
