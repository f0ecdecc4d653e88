/** The list of visits: what may be asked and what is told. Dates are local to each visit's location. */
import { type AppointmentStatus, appointmentStatuses } from './statuses.ts';

/** `open` is what is yet to come or going on: everything but cancelled, missed and completed. */
export const visitStates = ['open', ...appointmentStatuses] as const;
/** The first is the usual one. */
export const visitOrders = ['soonest', 'latest', 'patient'] as const;

export interface ListedVisit {
  readonly documentId: string;
  /** ISO 8601 with the location's offset. */
  readonly start: string;
  readonly end: string;
  readonly status: AppointmentStatus;
  readonly zone: string;
  readonly patient: {
    readonly documentId: string;
    readonly name: string;
    readonly phone: string | null;
  } | null;
  readonly practitioner: string | null;
  readonly chair: string | null;
  readonly location: { readonly documentId: string; readonly name: string } | null;
  readonly type: { readonly name: string; readonly color: string } | null;
  readonly reason: string | null;
}

/** `GET /scheduling/visits?from=&to=&search=&patient=&practitioner=&location=&type=&state=&order=&page=&pageSize=` */
export interface VisitPage {
  readonly data: readonly ListedVisit[];
  readonly meta: {
    readonly page: number;
    readonly pageSize: number;
    /** Counted up to `countedTo`; there may be more. */
    readonly total: number;
    readonly countedTo: number;
  };
}
