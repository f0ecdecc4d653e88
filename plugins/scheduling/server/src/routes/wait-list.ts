import { permissions } from '../../../shared/permissions.ts';

const desk = (
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  handler: string,
  actions: readonly (string | readonly [string, string])[] = [permissions.waitList],
) => ({
  method,
  path,
  handler: `waitList.${handler}`,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [...actions] } },
    ],
  },
});

const own = (method: 'GET' | 'POST', path: string, handler: string) => ({
  method,
  path,
  handler: `waiting.${handler}`,
  config: { policies: [] },
});

/** The link of an offer is the key to it. */
const linked = (method: 'GET' | 'POST', path: string, handler: string) => ({
  method,
  path,
  handler: `waiting.${handler}`,
  config: { auth: false as const },
});

export const waitListRoutes = {
  type: 'admin' as const,
  routes: [
    desk('GET', '/wait-list', 'list'),
    desk('GET', '/wait-list/csv', 'csv'),
    desk('POST', '/wait-list', 'add'),
    desk('PUT', '/wait-list/settings', 'settings', [
      permissions.waitList,
      ['plugin::content-manager.explorer.update', 'api::setting.setting'],
    ]),
    desk('POST', '/wait-list/offers', 'offer'),
    desk('POST', '/wait-list/offers/:documentId/withdraw', 'withdraw'),
    desk('PUT', '/wait-list/:documentId', 'change'),
    desk('POST', '/wait-list/:documentId/close', 'close'),
    desk('GET', '/wait-list/:documentId/times', 'times'),
    desk('POST', '/wait-list/:documentId/book', 'book', [permissions.waitList, permissions.book]),
    desk('GET', '/gaps', 'gaps'),
    desk('GET', '/gaps/:id', 'gap'),
    desk('POST', '/gaps/:id/dismiss', 'dismiss'),
  ],
};

export const waitingRoutes = {
  type: 'content-api' as const,
  routes: [
    own('GET', '/wait-list', 'list'),
    own('POST', '/wait-list', 'join'),
    own('GET', '/wait-list/:documentId', 'one'),
    own('POST', '/wait-list/:documentId/change', 'change'),
    own('POST', '/wait-list/:documentId/leave', 'leave'),
    linked('GET', '/offers/:token', 'offer'),
    linked('POST', '/offers/:token/accept', 'accept'),
    linked('POST', '/offers/:token/decline', 'decline'),
  ],
};
