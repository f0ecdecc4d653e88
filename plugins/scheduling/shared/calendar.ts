/** What the panel's calendar asks and is told. Instants are ISO 8601 with the location's offset; ids are document ids. */
import type { Alert } from './alerts.ts';
import type { SlotView } from './booking.ts';
import type { AppointmentStatus } from './statuses.ts';

export interface CalendarAppointment {
  readonly documentId: string;
  readonly start: string;
  readonly end: string;
  /** Stretches of the visit without its practitioner. */
  readonly chairOnly: readonly CalendarSpan[];
  readonly status: AppointmentStatus;
  /** Where it may go from here. */
  readonly moves: readonly AppointmentStatus[];
  readonly patient: {
    readonly documentId: string;
    readonly name: string;
    readonly phone: string | null;
    /** The grave ones first. */
    readonly alerts: readonly Alert[];
  } | null;
  readonly practitioner: string | null;
  readonly assistant: string | null;
  readonly chair: string | null;
  readonly location: string | null;
  readonly appointmentType: {
    readonly documentId: string;
    readonly name: string;
    readonly color: string;
    /** Minutes. */
    readonly duration: number;
    readonly bufferBefore: number;
    readonly bufferAfter: number;
  } | null;
  readonly reason: string | null;
  readonly notes: string | null;
  readonly cancelReason: string | null;
  readonly overbooked: boolean;
  readonly overbookReason: string | null;
  readonly arrivedAt: string | null;
  readonly seatedAt: string | null;
  readonly completedAt: string | null;
  readonly bookedVia: string | null;
  /** What joins visits that repeat, and visits back to back. */
  readonly seriesId: string | null;
  readonly groupId: string | null;
}

/** A stretch to draw in a column: open hours or time off. */
export interface CalendarSpan {
  readonly start: string;
  readonly end: string;
}

export interface CalendarTimeOff extends CalendarSpan {
  readonly kind: string;
  readonly reason: string | null;
  /** Whose it is; all null when the whole clinic is closed. */
  readonly practitioner: string | null;
  readonly chair: string | null;
  readonly location: string | null;
}

/** Time that is kept while somebody decides; whose it is, is not told. */
export interface CalendarHold extends CalendarSpan {
  /** Kept for whoever is booking, or offered to somebody on the wait list. */
  readonly kind: 'booking' | 'offer';
  readonly practitioner: string;
  readonly chair: string;
  readonly until: string;
}

export interface NameByLanguage {
  readonly en: string;
  readonly ro: string;
}

/** A public holiday that the location keeps. */
export interface CalendarHoliday {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly name: NameByLanguage;
}

export interface CalendarPractitioner {
  readonly documentId: string;
  readonly name: string;
  readonly profession: string;
  readonly color: string | null;
  /** Appointment types that he or she performs. */
  readonly appointmentTypes: readonly string[];
  /** Open hours at the location asked for, time off removed. */
  readonly hours: readonly CalendarSpan[];
}

export interface CalendarChair {
  readonly documentId: string;
  readonly name: string;
  readonly kind: string;
}

/** `GET /scheduling/calendar?from=YYYY-MM-DD&days=N&location=` */
export interface CalendarAnswer {
  readonly data: {
    readonly from: string;
    readonly days: number;
    readonly zone: string;
    readonly location: string;
    readonly now: string;
    readonly appointments: readonly CalendarAppointment[];
    readonly practitioners: readonly CalendarPractitioner[];
    readonly chairs: readonly CalendarChair[];
    readonly timeOff: readonly CalendarTimeOff[];
    readonly holds: readonly CalendarHold[];
    readonly holidays: readonly CalendarHoliday[];
  };
}

/** `GET /scheduling/month?from=YYYY-MM-DD&days=N&location=&practitioner=&chair=&type=&status=` */
export interface MonthAnswer {
  readonly data: {
    readonly from: string;
    readonly days: number;
    readonly zone: string;
    readonly location: string;
    readonly now: string;
    readonly practitioners: readonly { readonly documentId: string; readonly name: string }[];
    readonly dates: readonly MonthDate[];
  };
}

/** What a day holds. */
export interface MonthDate {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Minutes that practitioners work there, and minutes that are booked. */
  readonly worked: number;
  readonly booked: number;
  readonly visits: number;
  readonly types: readonly {
    readonly documentId: string | null;
    readonly color: string;
    readonly count: number;
  }[];
  readonly holiday: NameByLanguage | null;
}

export interface CalendarAppointmentType {
  readonly documentId: string;
  readonly name: string;
  readonly color: string;
  readonly category: string;
  readonly chairKind: string;
  /** Minutes. */
  readonly duration: number;
}

/** `GET /scheduling/resources`: what a booking form chooses from. */
export interface ResourcesAnswer {
  readonly data: {
    readonly locations: readonly {
      readonly documentId: string;
      readonly name: string;
      readonly zone: string;
    }[];
    readonly appointmentTypes: readonly CalendarAppointmentType[];
  };
}

/** `POST /scheduling/appointments` */
export interface StaffBooking {
  readonly patient: string;
  readonly appointmentType: string;
  readonly location: string;
  readonly practitioner: string;
  /** ISO 8601 with an offset. */
  readonly start: string;
  /** Minutes; the type's own when not given. */
  readonly duration?: number;
  /** The first suitable free one when not given. */
  readonly chair?: string;
  readonly reason?: string;
  readonly notes?: string;
  /** The cancelled visit of the same patient in whose stead this is: its notes come along, whoever may read them. */
  readonly instead?: string;
  readonly status?: 'pending' | 'confirmed';
  /** Book over what is there or outside hours; needs the permission and a reason. */
  readonly overbooked?: boolean;
  readonly overbookReason?: string;
}

/** `PATCH /scheduling/appointments/:documentId`: what is not named stays. */
export interface StaffChange {
  readonly start?: string;
  /** Minutes. */
  readonly duration?: number;
  readonly practitioner?: string;
  readonly chair?: string;
  readonly reason?: string | null;
  readonly notes?: string | null;
  readonly overbooked?: boolean;
  readonly overbookReason?: string;
}

/** `POST /scheduling/appointments/:documentId/status` */
export interface StatusChange {
  readonly to: AppointmentStatus;
  /** Kept with a cancellation. */
  readonly reason?: string;
}

/** `POST /scheduling/appointments/:documentId/take-back`: the state before its last step. */
export interface TakingBack {
  readonly to: AppointmentStatus;
}

/** `GET /scheduling/next-free?appointmentType=&location=&practitioner=&after=`; null when half a year holds none. */
export interface NextFreeAnswer {
  readonly data: SlotView | null;
}

/** Booking, change and status answer the appointment as the calendar shows it. */
export interface AppointmentAnswer {
  readonly data: CalendarAppointment;
}

/** `GET /scheduling/patients?q=` */
export interface PatientMatch {
  readonly documentId: string;
  readonly name: string;
  readonly dateOfBirth: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly alerts: number;
}

export interface PatientMatchesAnswer {
  readonly data: readonly PatientMatch[];
}

/** `GET /scheduling/today?location=`: the widget of the home page. */
export interface TodayAnswer {
  readonly data: {
    readonly date: string;
    readonly zone: string;
    readonly location: string;
    readonly now: string;
    readonly counts: Readonly<Record<AppointmentStatus, number>>;
    readonly appointments: readonly (CalendarAppointment & {
      readonly practitionerName: string | null;
      readonly chairName: string | null;
    })[];
  };
}

/** Sent on the socket at `livePath` as `calendar.changed` after each change of an appointment. */
export interface CalendarChanged {
  /** Whose calendar is to be fetched again; null for every one that is open. */
  readonly location: string | null;
}

/** The socket.io path; connect with `auth: { token }`, the panel's access token. */
export const livePath = '/scheduling/live';
export const calendarChanged = 'calendar.changed';
