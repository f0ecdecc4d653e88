/** The doors a route may have: who is let in before the controller is asked. */
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A permission of the panel, or one about a noun. */
export type Permission = string | readonly [action: string, subject: string];

/** Lets everybody in: a link's token, a signature or nothing is the proof, and the service judges it. */
export const openRoute = (method: Method, path: string, handler: string) => ({
  method,
  path,
  handler,
  config: { auth: false as const, policies: [] },
});

/** Lets in whoever holds a sign-in of the portal; the controller asks for the patient. */
export const signedInRoute = (method: Method, path: string, handler: string) => ({
  method,
  path,
  handler,
  config: { policies: [] },
});

/** A route of the panel: lets in members of staff whose role has every one of `permissions`. */
export const panelRoute = (
  method: Method,
  path: string,
  handler: string,
  ...permissions: readonly Permission[]
) => ({
  method,
  path,
  handler,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      ...(permissions.length > 0
        ? [{ name: 'admin::hasPermissions', config: { actions: permissions } }]
        : []),
    ],
  },
});

/** Routes of the REST API, of the portal's people and of visitors. */
export const contentApi = <Routes extends readonly object[]>(...routes: Routes) => ({
  type: 'content-api' as const,
  routes,
});

/** Routes of the panel. */
export const panelApi = <Routes extends readonly object[]>(...routes: Routes) => ({
  type: 'admin' as const,
  routes,
});
