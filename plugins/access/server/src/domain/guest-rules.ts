/** How far a guest is trusted, and for how long. */
export const guestRules = {
  codeMinutes: 10,
  /** Wrong codes after which a request is dead. */
  tries: 5,
  passMinutes: 30,
  /** Visits that one verified code may book: a family, not a calendar. */
  bookings: 6,
  /** Codes within an hour to one address by one network address, by all, and from one network address. */
  codesToOne: 5,
  codesToOneByAll: 15,
  codesFromOne: 20,
} as const;

export type GuestChannel = 'email' | 'sms';

/** An address that can be, or was, verified: lower-case e-mail or E.164. */
export interface GuestContact {
  readonly channel: GuestChannel;
  readonly address: string;
}
