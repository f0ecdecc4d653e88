import { contentApi, openRoute, panelApi, panelRoute, signedInRoute } from '@enamel/kernel/server';

const read = 'plugin::intake.responses.read';

export const routes = {
  'content-api': contentApi(
    openRoute('GET', '/forms/:token', 'forms.read'),
    openRoute('POST', '/forms/:token', 'forms.submit'),
    signedInRoute('GET', '/mine', 'mine.read'),
    signedInRoute('POST', '/mine', 'mine.issue'),
  ),
  admin: panelApi(
    panelRoute('GET', '/patients/:documentId/responses', 'responses.list', read),
    panelRoute('GET', '/responses/:documentId', 'responses.read', read),
    panelRoute(
      'POST',
      '/responses/:documentId/review',
      'responses.review',
      'plugin::intake.responses.review',
    ),
    panelRoute('POST', '/links', 'responses.link', 'plugin::intake.links.send'),
  ),
};
