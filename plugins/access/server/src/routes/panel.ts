import { openRoute, panelRoute } from '@enamel/kernel/server';

const read = 'plugin::access.patients.read';

/** Routes of the panel's own pages: patients, and who one is oneself. */
export const panelRoutes = [
  panelRoute('GET', '/self', 'self.practitioner'),
  panelRoute('POST', '/patients', 'patients.add', 'plugin::access.patients.write'),
  panelRoute('GET', '/patients', 'patients.list', read),
  panelRoute('GET', '/patients/:documentId', 'patients.open', read),
];

/** The clinic's face, for everybody. */
export const clinicRoute = openRoute('GET', '/clinic', 'clinic.profile');
