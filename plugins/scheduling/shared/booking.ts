/** What patients ask of scheduling and are told. Instants are ISO 8601 with the location's offset; ids are document ids. */
import type { AppointmentStatus } from './statuses.ts';

export interface SlotView {
  readonly start: string;
  readonly end: string;
  readonly practitioner: string;
  readonly location: string;
}

/** `POST /api/scheduling/bookings` */
export interface BookingAnswer {
  readonly documentId: string;
  readonly status: AppointmentStatus;
  readonly start: string;
  readonly end: string;
  readonly practitioner: string;
  readonly location: string;
  readonly appointmentType: string;
}

/** One of a patient's own visits: `GET /api/scheduling/bookings` and `/:documentId`. */
export interface OwnBooking extends BookingAnswer {
  readonly zone: string;
  readonly practitionerName: string;
  readonly locationName: string;
  readonly locationAddress: string | null;
  readonly locationCity: string | null;
  readonly locationPhone: string | null;
  readonly appointmentTypeName: string;
  /** Integer minor units of the clinic's currency. */
  readonly price: number;
  readonly reason: string | null;
  readonly cancelReason: string | null;
  /** Whether the patient may still cancel or move it online. */
  readonly changeable: boolean;
  /** Until when, by the type's cancellation window. */
  readonly changeableUntil: string;
}
