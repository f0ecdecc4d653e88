import { openRoute, panelRoute } from '@enamel/kernel/server';

const read = 'admin::users.read';
const create = 'admin::users.create';
const update = 'admin::users.update';
const reset = 'plugin::access.second-step.reset-staff';

/** Accounts of staff; open where a link is the proof or nothing can be told. */
export const staffRoutes = [
  openRoute('POST', '/staff/invitation', 'staff.invitation'),
  openRoute('POST', '/staff/invitation/accept', 'staff.accept'),
  openRoute('POST', '/staff/first', 'staff.first'),
  openRoute('POST', '/staff/password/forgot', 'staff.forgot'),
  openRoute('POST', '/staff/password/reset', 'staff.reset'),
  panelRoute('POST', '/staff/password', 'staff.change'),
  panelRoute('POST', '/staff/email', 'staff.changeEmail'),
  panelRoute('GET', '/staff', 'staff.list', read),
  panelRoute('GET', '/staff/:id', 'staff.show', read),
  panelRoute('POST', '/staff/:id/invitation', 'staff.invite', create),
  panelRoute('POST', '/staff/:id/password-link', 'staff.passwordLink', update),
  panelRoute('POST', '/staff/:id/factors/reset', 'staff.resetFactors', reset),
  panelRoute('POST', '/staff/:id/sign-out', 'staff.signOut', update),
];
