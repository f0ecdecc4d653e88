type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A route of the panel for members of staff whose role has `actions`. */
export const staffRoute = (
  method: Method,
  path: string,
  handler: string,
  ...actions: readonly string[]
) => ({
  method,
  path,
  handler,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      ...(actions.length > 0 ? [{ name: 'admin::hasPermissions', config: { actions } }] : []),
    ],
  },
});
