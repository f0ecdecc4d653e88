import { contentApi, openRoute, panelApi, panelRoute, signedInRoute } from '@enamel/kernel/server';

/** Who may what is told by the scope: some roles keep everybody's feeds, some their own. */
export const staffFeedRoutes = panelApi(
  panelRoute('GET', '/calendar-feeds', 'feeds.list'),
  panelRoute('POST', '/calendar-feeds', 'feeds.make'),
  panelRoute('POST', '/calendar-feeds/:id/revoke', 'feeds.revoke'),
);

export const feedRoutes = contentApi(
  signedInRoute('GET', '/feeds', 'feeds.own'),
  signedInRoute('POST', '/feeds', 'feeds.makeOwn'),
  signedInRoute('POST', '/feeds/:id/revoke', 'feeds.revokeOwn'),
  openRoute('GET', '/feeds/:file', 'feeds.file'),
);
