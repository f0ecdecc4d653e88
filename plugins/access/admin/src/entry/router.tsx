import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';
import { createBrowserRouter, type createMemoryRouter, type RouteObject } from 'react-router-dom';

type Options = NonNullable<Parameters<typeof createBrowserRouter>[1]>;

interface Router {
  createRouter(
    app: unknown,
    options?: Options & { memory?: boolean; initialEntries?: string[] },
  ): ReturnType<typeof createMemoryRouter | typeof createBrowserRouter>;
}

/** One path of Strapi's that leads nowhere and loads nothing. */
const nowhere = '/admin/auth/nowhere';

/**
 * Lets pages of ours stand outside of what needs a session, before Strapi's own, and puts `Frame` around everything.
 * Strapi keeps its routes for visitors to itself: they are read from a router that it makes for its tests.
 */
export const addOpenPages = (
  app: StrapiApp,
  Frame: ComponentType,
  pages: readonly RouteObject[],
): void => {
  const router = app.router as unknown as Router;
  const original = router.createRouter.bind(router);
  router.createRouter = (strapi, options) => {
    const sample = original(strapi, { ...options, memory: true, initialEntries: [nowhere] });
    const [root] = sample.routes as RouteObject[];
    sample.dispose();
    if (!root?.children) throw new Error('This Strapi has other routes than router.tsx knows.');
    const own = pages.map((page) => ({ ...page, id: `access ${page.path}` }));
    // Said from its root, the signed-in part could not stand inside of another route.
    const usual = root.children.map((route) =>
      route.path === '/*' ? { ...route, path: '' } : route,
    );
    const framed = { id: 'access', element: <Frame />, children: [...own, ...usual] };
    return createBrowserRouter([{ ...root, children: [framed] } as RouteObject], options);
  };
};

type Pages = Readonly<Record<string, () => Promise<{ default: ComponentType }>>>;

const lazily = (load: Pages[string]) => async () => ({ Component: (await load()).default });

/** Puts pages of ours in the place of Strapi's inside the panel: by path, those of the settings by `settings/…`. */
export const replacePages = (app: StrapiApp, pages: Pages): void => {
  const within = (routes: RouteObject[], prefix: string): RouteObject[] =>
    routes.map((route) => {
      const path = `${prefix}${route.path ?? ''}`;
      const load = route.path === undefined ? undefined : pages[path];
      if (load) return { path: route.path ?? '', lazy: lazily(load) };
      return path === 'settings/*' && route.children
        ? { ...route, children: within(route.children, 'settings/') }
        : route;
    }) as RouteObject[];
  app.router.addRoute((routes) => within(routes as RouteObject[], '') as typeof routes);
};
