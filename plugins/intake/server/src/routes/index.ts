const open = (method: 'GET' | 'POST', path: string, handler: string) => ({
  method,
  path,
  handler,
  config: { auth: false as const, policies: [] },
});

const patient = (method: 'GET' | 'POST', path: string, handler: string) => ({
  method,
  path,
  handler,
  config: { policies: [] },
});

const staff = (method: 'GET' | 'POST', path: string, handler: string, action: string) => ({
  method,
  path,
  handler,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [`plugin::intake.${action}`] } },
    ],
  },
});

export const routes = {
  'content-api': {
    type: 'content-api' as const,
    routes: [
      open('GET', '/forms/:token', 'forms.read'),
      open('POST', '/forms/:token', 'forms.submit'),
      patient('GET', '/mine', 'mine.read'),
      patient('POST', '/mine', 'mine.issue'),
    ],
  },
  admin: {
    type: 'admin' as const,
    routes: [
      staff('GET', '/patients/:documentId/responses', 'responses.list', 'responses.read'),
      staff('GET', '/responses/:documentId', 'responses.read', 'responses.read'),
      staff('POST', '/responses/:documentId/review', 'responses.review', 'responses.review'),
      staff('POST', '/links', 'responses.link', 'links.send'),
    ],
  },
};
