import { staffRoute } from './staff.ts';

/** Who may what is told by the scope: some roles keep everybody's feeds, some their own. */
export const staffFeedRoutes = {
  type: 'admin' as const,
  routes: [
    staffRoute('GET', '/calendar-feeds', 'feeds.list'),
    staffRoute('POST', '/calendar-feeds', 'feeds.make'),
    staffRoute('POST', '/calendar-feeds/:id/revoke', 'feeds.revoke'),
  ],
};

const own = (method: 'GET' | 'POST', path: string, handler: string) => ({
  method,
  path,
  handler,
  config: { policies: [] },
});

export const feedRoutes = {
  type: 'content-api' as const,
  routes: [
    own('GET', '/feeds', 'feeds.own'),
    own('POST', '/feeds', 'feeds.makeOwn'),
    own('POST', '/feeds/:id/revoke', 'feeds.revokeOwn'),
    {
      method: 'GET' as const,
      path: '/feeds/:file',
      handler: 'feeds.file',
      config: { auth: false as const },
    },
  ],
};
