/** Several visits back to back at one location: several services for one person, or a family. */
import type { SlotView } from './booking.ts';
import type { VisitOfMany } from './series.ts';

export const mostVisitsInGroup = 6;

export interface GroupItem {
  readonly appointmentType: string;
  /** Anyone who performs it when not given. */
  readonly practitioner?: string;
  /** Oneself when not given; the desk always says. */
  readonly patient?: string;
}

/** A start at which all visits of the group can follow one another. */
export interface GroupSlot {
  readonly start: string;
  readonly end: string;
  readonly parts: readonly SlotView[];
}

/** `POST …/slots/chain` */
export interface GroupSlotsAnswer {
  readonly data: readonly GroupSlot[];
  readonly meta: { readonly zone: string };
}

/** `POST …/bookings/group`, `POST …/groups` */
export interface GroupAnswer {
  readonly data: {
    readonly group: string;
    readonly zone: string;
    readonly booked: readonly VisitOfMany[];
  };
}
