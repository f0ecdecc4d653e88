import type { BookingAnswer, OwnBooking } from './booking.ts';

/** `POST /api/scheduling/guest/bookings`: what is answered tells nothing of records that were there before. */
export interface GuestBooking extends BookingAnswer {
  /** The token of the link to this visit, and to nothing else. */
  readonly manage: string;
}

/** `GET /api/scheduling/manage/:token` and what its changes answer. */
export interface ManagedVisit extends OwnBooking {
  /** A moved visit gets a new link, as long-lived as the visit is far. */
  readonly manage?: string;
}
