/**
 * Domain events: news that one room of the house sends to the others. They are written in the transaction of the change
 * they tell of and carry document ids and instants, never personal data.
 */
export interface DomainEvents {
  /** Somebody asked for a code; access tells its carrier what to send. */
  'access.code-requested': { request: string };
  /** A mail about an account is to leave; access tells its carrier what it says. */
  'access.mail-requested': { mail: string };
  /** A mail to a member of staff is to leave; access tells its carrier what of. */
  'access.notice-made': { notice: string };
  /** `together` when `visits.changed` tells of it and others at once: so it is with all three. */
  'appointment.booked': { appointment: string; startsAt: string; together?: boolean };
  'appointment.moved': { appointment: string; from: string; to: string; together?: boolean };
  /** `late` when a patient cancelled within the window in which the clinic allows it but counts it. */
  'appointment.cancelled': {
    appointment: string;
    startsAt: string;
    late?: boolean;
    together?: boolean;
  };
  'appointment.status-changed': { appointment: string; from: string; to: string };
  /** Visits that were booked, moved or cancelled in one go, in order of time: one message to this patient tells of all. */
  'visits.changed': {
    /** Makes this news another than the last about the same visits. */
    change: string;
    what: 'booked' | 'moved' | 'cancelled';
    patient: string;
    visits: readonly string[];
  };
  'wait-list.offered': { offer: string };
  'questionnaire.answered': { response: string };
  'treatment.completed': { treatment: string };
  /** Somebody asked for a copy of a patient's data, and then it is made. */
  'privacy.export-asked': { export: string };
  'privacy.export-ready': { export: string };
  'privacy.erasure-answered': { erasure: string };
  'invoice.issued': { invoice: string };
  'payment.received': { payment: string; invoice: string };
}

export type EventName = keyof DomainEvents;

export type DomainEvent<N extends EventName = EventName> = {
  [K in N]: { name: K; payload: DomainEvents[K] };
}[N];
