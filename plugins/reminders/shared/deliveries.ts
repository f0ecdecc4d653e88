/** The outbox as panel and server speak of it. */

export const deliveryStates = [
  'queued',
  'leased',
  'handing-over',
  'sent',
  'unconfirmed',
  'kept',
  'skipped',
  'failed',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const deliveryChannels = ['email', 'sms'] as const;

/** Stands in a kept message where a link had its token. */
export const maskedLink = '•••';

/** One line of a message's story. `what` is a code that the panel puts into words. */
export interface TraceEntry {
  /** ISO instant on the clinic's clock. */
  readonly at: string;
  readonly what: string;
  /** A reason's code, or the words of the mail server or SMS provider. */
  readonly detail?: string;
  readonly by?: string;
}

export interface DeliverySummary {
  readonly id: string;
  readonly state: DeliveryState;
  readonly channel: (typeof deliveryChannels)[number];
  readonly event: string;
  readonly ruleName: string;
  readonly patient: { readonly documentId: string; readonly name: string } | null;
  readonly recipient: string | null;
  /** Whose address that is, when not the patient's own. */
  readonly relative: string | null;
  /** It concerns somebody out of the reader's scope as well: who got it, and its words, are not shown. */
  readonly elsewhere: boolean;
  readonly subject: string | null;
  /** Why it was not sent, as a code. */
  readonly reason: string | null;
  readonly attempts: number;
  readonly createdAt: string;
  readonly sentAt: string | null;
  /** Start of the visit it is about. */
  readonly startsAt: string | null;
  readonly zone: string;
}

export interface DeliveryDetail extends DeliverySummary {
  readonly templateKey: string;
  readonly language: string | null;
  readonly body: string | null;
  readonly html: string | null;
  readonly calendar: { readonly method: string; readonly content: string } | null;
  readonly providerId: string | null;
  readonly detail: string | null;
  /** When it is tried again, while it waits. */
  readonly nextAttemptAt: string | null;
  readonly trace: readonly TraceEntry[];
}

export interface DeliveryPage {
  readonly data: readonly DeliverySummary[];
  readonly meta: {
    readonly total: number;
    readonly page: number;
    readonly pageSize: number;
    /** How many there are in each state, whatever state is chosen. */
    readonly states: Readonly<Partial<Record<DeliveryState, number>>>;
  };
}
