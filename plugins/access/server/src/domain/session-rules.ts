/** Who a session is of, as Strapi calls the two kinds of people. */
export type Origin = 'admin' | 'users-permissions';

export const isOrigin = (text: string): text is Origin =>
  text === 'admin' || text === 'users-permissions';

/**
 * How long a refresh token that was just used answers once more, with the same successor: an answer may be lost on its
 * way. Later, or once the successor was used, it is a copy, and the session ends for everybody who holds a part of it.
 */
export const graceSeconds = 10;

/** Access tokens live no longer than this, and never longer than their session. */
export const accessSeconds = 15 * 60;
