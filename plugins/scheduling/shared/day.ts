/** What the waiting room and the printed day sheet are told. Instants are ISO 8601 with the location's offset. */
import type { Alert } from './alerts.ts';
import type { AppointmentStatus } from './statuses.ts';

export interface DayVisit {
  readonly documentId: string;
  readonly start: string;
  readonly end: string;
  readonly status: AppointmentStatus;
  /** Where it may go from here. */
  readonly moves: readonly AppointmentStatus[];
  readonly patient: {
    readonly documentId: string;
    readonly name: string;
    /** `YYYY-MM-DD` */
    readonly dateOfBirth: string | null;
    readonly phone: string | null;
    readonly alerts: readonly Alert[];
  } | null;
  readonly practitioner: { readonly documentId: string; readonly name: string } | null;
  readonly chair: { readonly documentId: string; readonly name: string } | null;
  readonly type: { readonly name: string; readonly color: string } | null;
  readonly reason: string | null;
  readonly overbooked: boolean;
  readonly arrivedAt: string | null;
  readonly seatedAt: string | null;
  readonly completedAt: string | null;
}

/** `GET /scheduling/waiting-room?location=` (today) and `GET /scheduling/day-sheet?date=&location=&who=` */
export interface DayAnswer {
  readonly data: {
    /** `YYYY-MM-DD` */
    readonly date: string;
    readonly now: string;
    readonly location: { readonly documentId: string; readonly name: string };
    readonly zone: string;
    readonly chairs: readonly { readonly documentId: string; readonly name: string }[];
    readonly visits: readonly DayVisit[];
  };
}
