import { contentApi, openRoute, panelApi, panelRoute, signedInRoute } from '@enamel/kernel/server';
import { permissions } from '../../../shared/permissions.ts';

const { waitList, book } = permissions;
const changeSettings = ['plugin::content-manager.explorer.update', 'api::setting.setting'] as const;

export const waitListRoutes = panelApi(
  panelRoute('GET', '/wait-list', 'waitList.list', waitList),
  panelRoute('GET', '/wait-list/csv', 'waitList.csv', waitList),
  panelRoute('POST', '/wait-list', 'waitList.add', waitList),
  panelRoute('PUT', '/wait-list/settings', 'waitList.settings', waitList, changeSettings),
  panelRoute('POST', '/wait-list/offers', 'waitList.offer', waitList),
  panelRoute('POST', '/wait-list/offers/:documentId/withdraw', 'waitList.withdraw', waitList),
  panelRoute('PUT', '/wait-list/:documentId', 'waitList.change', waitList),
  panelRoute('POST', '/wait-list/:documentId/close', 'waitList.close', waitList),
  panelRoute('GET', '/wait-list/:documentId/times', 'waitList.times', waitList),
  panelRoute('POST', '/wait-list/:documentId/book', 'waitList.book', waitList, book),
  panelRoute('GET', '/gaps', 'waitList.gaps', waitList),
  panelRoute('GET', '/gaps/:id', 'waitList.gap', waitList),
  panelRoute('POST', '/gaps/:id/dismiss', 'waitList.dismiss', waitList),
);

/** The link of an offer is the key to it. */
export const waitingRoutes = contentApi(
  signedInRoute('GET', '/wait-list', 'waiting.list'),
  signedInRoute('POST', '/wait-list', 'waiting.join'),
  signedInRoute('GET', '/wait-list/:documentId', 'waiting.one'),
  signedInRoute('POST', '/wait-list/:documentId/change', 'waiting.change'),
  signedInRoute('POST', '/wait-list/:documentId/leave', 'waiting.leave'),
  openRoute('GET', '/offers/:token', 'waiting.offer'),
  openRoute('POST', '/offers/:token/accept', 'waiting.accept'),
  openRoute('POST', '/offers/:token/decline', 'waiting.decline'),
);
