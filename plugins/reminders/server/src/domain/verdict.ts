/** Whether a message may leave now. */

export type Event =
  | 'appointment-booked'
  | 'appointment-moved'
  | 'appointment-cancelled'
  | 'before-appointment'
  | 'wait-list-offered'
  | 'invoice-issued'
  | 'payment-received';

export type Channel = 'email' | 'sms';

export type SkipReason =
  | 'rule-off'
  | 'gone'
  | 'reader-gone'
  | 'visit-cancelled'
  | 'visit-moved'
  | 'visit-begun'
  | 'visit-settled'
  | 'offer-over'
  | 'preference-off'
  | 'no-address'
  | 'bad-address';

export interface Situation {
  readonly event: Event;
  readonly channel: Channel;
  readonly ruleActive: boolean;
  /** Whether the appointment, invoice or payment still exists. */
  readonly subjectExists: boolean;
  readonly visit: { readonly status: string; readonly start: Temporal.Instant } | undefined;
  /** For an offer of a time: whether it can still be accepted. */
  readonly offerOpen?: boolean | undefined;
  /** The start for which the message was planned. */
  readonly plannedStart: Temporal.Instant | undefined;
  /** What the patient allows. */
  readonly emailReminders: boolean;
  readonly smsReminders: boolean;
  /** As recorded, and as the channel can use it. */
  readonly recorded: string | null;
  readonly address: string | undefined;
  readonly now: Temporal.Instant;
}

/** Whether a visit is still as the news told of it. */
export const stillSo = (
  event: Event,
  { status, start }: { readonly status: string; readonly start: Temporal.Instant },
  now: Temporal.Instant,
): boolean =>
  event === 'appointment-cancelled'
    ? status === 'cancelled'
    : (status === 'pending' || status === 'confirmed') && Temporal.Instant.compare(start, now) > 0;

const visitReason = (situation: Situation): SkipReason | undefined => {
  const { event, visit, plannedStart, now } = situation;
  if (!visit || !event.includes('appointment')) return undefined;
  if (event === 'appointment-cancelled')
    return visit.status === 'cancelled' ? undefined : 'visit-settled';
  if (visit.status === 'cancelled') return 'visit-cancelled';
  if (plannedStart && !visit.start.equals(plannedStart)) return 'visit-moved';
  if (Temporal.Instant.compare(visit.start, now) <= 0) return 'visit-begun';
  return visit.status === 'pending' || visit.status === 'confirmed' ? undefined : 'visit-settled';
};

/** A patient who wants no text messages gets none at all; one who wants no e-mail reminders still gets confirmations. */
const preferenceForbids = (situation: Situation): boolean =>
  situation.channel === 'sms'
    ? !situation.smsReminders
    : situation.event === 'before-appointment' && !situation.emailReminders;

/** Why the message must not leave; undefined when it may. */
export const reasonToSkip = (situation: Situation): SkipReason | undefined => {
  if (!situation.subjectExists) return 'gone';
  if (!situation.ruleActive) return 'rule-off';
  if (situation.offerOpen === false) return 'offer-over';
  const visit = visitReason(situation);
  if (visit) return visit;
  if (preferenceForbids(situation)) return 'preference-off';
  if (situation.address !== undefined) return undefined;
  return situation.recorded?.trim() ? 'bad-address' : 'no-address';
};
