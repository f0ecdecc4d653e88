const open = (method: 'GET' | 'POST', path: string, handler: string) => ({
  method,
  path,
  handler,
  config: { auth: false as const, policies: [] },
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
