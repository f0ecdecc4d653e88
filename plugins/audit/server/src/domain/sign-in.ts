/** Which requests sign people in and out, and what the trail calls them. */
export interface SignIn {
  readonly whose: 'staff' | 'patient';
  readonly done: string;
  readonly refused: string;
}

const session = { done: 'session.begun', refused: 'session.refused' };
const ended = { done: 'session.ended', refused: 'session.refused' };
const asked = { done: 'password.asked', refused: 'password.refused' };
const reset = { done: 'password.reset', refused: 'password.refused' };

const requests: Readonly<Record<string, SignIn>> = {
  'POST /admin/login': { whose: 'staff', ...session },
  'POST /admin/logout': { whose: 'staff', ...ended },
  'DELETE /admin/users/me/sessions': { whose: 'staff', ...ended },
  'POST /access/staff/sign-in/code': { whose: 'staff', ...session },
  'POST /access/staff/sign-in/passkey': { whose: 'staff', ...session },
  'POST /access/staff/first': { whose: 'staff', ...reset, done: 'session.joined' },
  'POST /access/staff/invitation/accept': { whose: 'staff', ...reset, done: 'session.joined' },
  'POST /access/staff/password/forgot': { whose: 'staff', ...asked },
  'POST /access/staff/password/reset': { whose: 'staff', ...reset },
  'POST /access/staff/password': { whose: 'staff', ...reset, done: 'password.changed' },
  'POST /access/staff/email': { whose: 'staff', done: 'email.changed', refused: 'email.refused' },
  'POST /api/auth/local': { whose: 'patient', ...session },
  'POST /api/access/sign-in/code': { whose: 'patient', ...session },
  'POST /api/access/sign-in/passkey': { whose: 'patient', ...session },
  'POST /api/auth/logout': { whose: 'patient', ...ended },
  'POST /api/access/password/forgot': { whose: 'patient', ...asked },
  'POST /api/access/password/reset': { whose: 'patient', ...reset },
  'POST /api/access/password': { whose: 'patient', ...reset, done: 'password.changed' },
  'DELETE /api/auth/sessions': { whose: 'patient', ...ended },
  'POST /api/auth/forgot-password': { whose: 'patient', ...asked },
  'POST /api/auth/reset-password': { whose: 'patient', ...reset },
  'POST /api/auth/change-password': { whose: 'patient', ...reset, done: 'password.changed' },
};

const oneOfSessions = /^(\/api\/auth|\/admin\/users\/me)\/sessions\/[^/]+$/;

/** Undefined for every other request. A path is read as the router reads it: case and a slash at its end do not count. */
export const signInOf = (method: string, path: string): SignIn | undefined => {
  const plain = path.toLowerCase().replace(/\/+$/, '');
  return requests[`${method} ${plain.replace(oneOfSessions, '$1/sessions')}`];
};
