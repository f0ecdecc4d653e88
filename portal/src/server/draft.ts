import type { Values } from './form.ts';
import type { Session } from './session.ts';

/** In bytes as JSON: with the rest of the session, sealed and named, it stays within the 4096 of a browser's cookie. */
const most = 1200;

/** A text as far as so many bytes go, cut between what a reader takes for letters. */
const within = (text: string, bytes: number): string => {
  let room = bytes;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    room -= Buffer.byteLength(JSON.stringify(segment)) - 2;
    if (room < 0) break;
    kept += segment;
  }
  return kept;
};

/** What is kept in the cookie, not in an address, while another page comes in between. */
export const draftOf = ({ reason = '', whom = '' }: Values): NonNullable<Session['draft']> => ({
  reason: within(reason, most),
  ...(/^[\w-]{1,64}$/.test(whom) ? { whom } : {}),
});
