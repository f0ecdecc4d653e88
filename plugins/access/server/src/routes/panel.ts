import { openRoute, panelRoute } from '@enamel/kernel/server';

const read = 'plugin::access.patients.read';
const write = 'plugin::access.patients.write';
const merge = 'plugin::access.patients.merge';
const reset = 'plugin::access.second-step.reset-patients';
const secure = 'plugin::access.security.manage';
const family = '/patients/:documentId/family';
const account = '/patients/:documentId/account';

/** Routes of the panel's own pages: patients, their families, their duplicates, and who one is oneself. */
export const panelRoutes = [
  panelRoute('GET', '/self', 'self.practitioner'),
  panelRoute('POST', '/patients', 'patients.add', write),
  panelRoute('GET', '/patients', 'patients.list', read),
  panelRoute('GET', '/patients/:documentId', 'patients.open', read),
  panelRoute('GET', family, 'family.read', read),
  panelRoute('POST', family, 'family.add', write),
  panelRoute('POST', `${family}/:relation/confirm`, 'family.confirm', write),
  panelRoute('POST', `${family}/:relation/remove`, 'family.remove', write),
  panelRoute('GET', account, 'patientAccounts.show', reset),
  panelRoute('POST', `${account}/second-step/reset`, 'patientAccounts.resetFactors', reset),
  panelRoute('GET', '/duplicates', 'merging.duplicates', merge),
  panelRoute('POST', '/duplicates/apart', 'merging.apart', merge),
  panelRoute('GET', '/merges', 'merging.recent', merge),
  panelRoute('GET', '/merges/preview', 'merging.preview', merge),
  panelRoute('POST', '/merges', 'merging.merge', merge),
  panelRoute('POST', '/merges/:id/undo', 'merging.undo', merge),
  panelRoute('GET', '/panel-settings', 'panelSettings.show', secure),
  panelRoute('PUT', '/panel-settings', 'panelSettings.change', secure),
];

/** The clinic's face, for everybody. */
export const clinicRoute = openRoute('GET', '/clinic', 'clinic.profile');
