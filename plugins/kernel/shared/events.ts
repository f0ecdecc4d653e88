/**
 * Domain events: news that one room of the house sends to the others. They are written in the transaction of the change
 * they tell of and carry document ids and instants, never personal data.
 */
export interface DomainEvents {
  /** Somebody asked for a code; access tells its carrier what to send. */
  'access.code-requested': { request: string };
  'appointment.booked': { appointment: string; startsAt: string };
  'appointment.moved': { appointment: string; from: string; to: string };
  /** `late` when a patient cancelled within the window in which the clinic allows it but counts it. */
  'appointment.cancelled': { appointment: string; startsAt: string; late?: boolean };
  'appointment.status-changed': { appointment: string; from: string; to: string };
  'wait-list.offered': { offer: string };
  'questionnaire.answered': { response: string };
  'treatment.completed': { treatment: string };
  'invoice.issued': { invoice: string };
  'payment.received': { payment: string; invoice: string };
}

export type EventName = keyof DomainEvents;

export type DomainEvent<N extends EventName = EventName> = {
  [K in N]: { name: K; payload: DomainEvents[K] };
}[N];
