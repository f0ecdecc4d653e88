/** Routes of the panel's own pages: the clinic's face (public) and patients (staff). */
const reading = {
  policies: [
    'admin::isAuthenticatedAdmin',
    { name: 'admin::hasPermissions', config: { actions: ['plugin::access.patients.read'] } },
  ],
};

export const panelRoutes = [
  { method: 'GET' as const, path: '/patients', handler: 'patients.list', config: reading },
  {
    method: 'GET' as const,
    path: '/patients/:documentId',
    handler: 'patients.open',
    config: reading,
  },
];

export const clinicRoute = {
  method: 'GET' as const,
  path: '/clinic',
  handler: 'clinic.profile',
  config: { auth: false as const, policies: [] },
};
