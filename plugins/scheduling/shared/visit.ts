import type { AppointmentStatus } from './statuses.ts';

/** A visit as messages and documents tell of it. Instants are ISO 8601 in UTC; show them in `zone`. */
export interface Visit {
  readonly documentId: string;
  readonly status: AppointmentStatus;
  readonly startsAt: string;
  readonly endsAt: string;
  /** The location's IANA zone. */
  readonly zone: string;
  /** Grows with each change of time or state, as iCalendar counts. */
  readonly sequence: number;
  /** The clinic's words. A patient's own are not sent on: nobody may have proved that the address is theirs. */
  readonly cancelReason: string | null;
  readonly patient: {
    readonly documentId: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string | null;
    readonly mobileNumber: string | null;
    readonly preferredLanguage: string;
    readonly emailReminders: boolean;
    readonly smsReminders: boolean;
  };
  readonly practitioner: { readonly documentId: string; readonly name: string };
  readonly location: {
    readonly documentId: string;
    readonly name: string;
    readonly address: string | null;
    readonly city: string | null;
    readonly phone: string | null;
  };
  readonly appointmentType: {
    readonly documentId: string;
    readonly name: string;
    /** Integer minor units of the clinic's currency. */
    readonly price: number;
  };
}
