/** Routes of the panel's own pages: the clinic's face (public) and patients (staff). */
const staff = (...actions: string[]) => ({
  policies: [
    'admin::isAuthenticatedAdmin',
    ...(actions.length > 0 ? [{ name: 'admin::hasPermissions', config: { actions } }] : []),
  ],
});
const reading = staff('plugin::access.patients.read');

export const panelRoutes = [
  { method: 'GET' as const, path: '/self', handler: 'self.practitioner', config: staff() },
  {
    method: 'POST' as const,
    path: '/patients',
    handler: 'patients.add',
    config: staff('plugin::access.patients.write'),
  },
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
