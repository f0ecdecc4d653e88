import type { Values } from './form.ts';
import type { Session } from './session.ts';

/** What is kept in the cookie, not in an address, while another page comes in between. */
export const draftOf = ({ reason = '', whom = '' }: Values): NonNullable<Session['draft']> => ({
  reason: reason.slice(0, 1000),
  ...(/^[\w-]{1,64}$/.test(whom) ? { whom } : {}),
});
