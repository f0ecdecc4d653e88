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

/** Whom a patient may book for. */
export interface FamilyMember {
  readonly documentId: string;
  readonly name: string;
}

/** One of a patient's own visits, or of those for whom he answers: `GET /api/scheduling/bookings` and `/:documentId`. */
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
  /** Whom of the family it is for; null for the patient's own. */
  readonly familyMember: FamilyMember | null;
  /** Grows with each change of time or state, as iCalendar counts. */
  readonly sequence: number;
  readonly cancelReason: string | null;
  /** What joins visits that repeat, and visits back to back. */
  readonly seriesId: string | null;
  readonly groupId: string | null;
  /** Still to come and not cancelled. */
  readonly upcoming: boolean;
  /** Whether the patient may still cancel or move it online. */
  readonly changeable: boolean;
  /** Whether the patient may still cancel it online; after `changeableUntil` it counts as late. */
  readonly cancellable: boolean;
  /** Until when, by the type's cancellation window. */
  readonly changeableUntil: string;
}

/** `GET /api/scheduling/catalogue?language=`: what a visitor needs in order to book. */
export interface Catalogue {
  readonly clinic: {
    readonly name: string;
    readonly tagline: string | null;
    readonly phone: string | null;
    readonly email: string | null;
    readonly address: string | null;
    /** Path or address of the picture. */
    readonly logo: string | null;
    readonly primaryColor: string;
    readonly currency: string;
    readonly languages: readonly string[];
    readonly defaultLanguage: string;
    readonly paymentInstructions: string | null;
    readonly zone: string;
  };
  readonly locations: readonly {
    readonly documentId: string;
    readonly name: string;
    readonly slug: string | null;
    readonly address: string | null;
    readonly city: string | null;
    readonly phone: string | null;
    readonly zone: string;
    /** When somebody who can be booked online works there, by the location's clock: no two overlap. */
    readonly hours: readonly {
      /** 1 is Monday, 7 is Sunday. */
      readonly dayOfWeek: number;
      /** `HH:MM`; an end at or before its start is on the next day. */
      readonly startTime: string;
      readonly endTime: string;
    }[];
  }[];
  readonly appointmentTypes: readonly {
    readonly documentId: string;
    readonly name: string;
    readonly description: string | null;
    readonly category: string;
    /** Minutes. */
    readonly duration: number;
    /** Integer minor units of the clinic's currency. */
    readonly price: number;
    readonly color: string;
    /** Minutes between two starts. */
    readonly slotStep: number;
  }[];
  readonly practitioners: readonly {
    readonly documentId: string;
    readonly name: string;
    readonly title: string | null;
    readonly specialization: string | null;
    readonly biography: string | null;
    readonly color: string | null;
    readonly photo: string | null;
    readonly locations: readonly string[];
    readonly appointmentTypes: readonly string[];
  }[];
}
