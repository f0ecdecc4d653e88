import type { AppointmentStatus } from './statuses.ts';

/** One move of an appointment from state to state. */
export interface AppointmentMove {
  /** Null where its life begins. */
  readonly from: AppointmentStatus | null;
  readonly to: AppointmentStatus;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly actor: {
    readonly kind: 'staff' | 'patient' | 'link' | 'system' | 'visitor';
    /** Of a member of staff or a patient who is still known. */
    readonly name: string | null;
  };
  /** Of a cancellation. */
  readonly reason: string | null;
}

/** `GET /scheduling/appointments/:documentId/moves`: the oldest first. */
export interface MovesAnswer {
  readonly data: readonly AppointmentMove[];
}
