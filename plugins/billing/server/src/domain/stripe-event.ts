/** The parts of Stripe's events that billing reads. https://docs.stripe.com/api/events */
export interface StripeEvent {
  readonly id?: string | undefined;
  readonly type: string;
  readonly data: { readonly object: object };
}

interface StripeObject {
  readonly id?: unknown;
  readonly metadata?: Readonly<Record<string, string>> | null;
  readonly currency?: string | null;
  readonly payment_status?: string;
  readonly payment_intent?: string | { readonly id: string } | null;
  readonly amount_total?: number | null;
  readonly amount_received?: number;
}

/** Money that Stripe says it holds for an invoice. `reference` is the same in every event that tells of it. */
export interface OnlinePayment {
  /** Document id. */
  readonly invoice: string;
  /** Minor units. */
  readonly amount: number;
  /** ISO 4217, upper case; undefined when the event does not tell. */
  readonly currency: string | undefined;
  readonly reference: string;
}

const idOf = (value: StripeObject['payment_intent']): string | undefined =>
  typeof value === 'string' ? value : value?.id;

const paidSession = (session: StripeObject) =>
  session.payment_status === 'paid'
    ? {
        reference: idOf(session.payment_intent) ?? String(session.id),
        amount: session.amount_total ?? Number(session.metadata?.amount),
      }
    : undefined;

const readers: Readonly<
  Record<string, (object: StripeObject) => { reference: string; amount: number } | undefined>
> = {
  'checkout.session.completed': paidSession,
  'checkout.session.async_payment_succeeded': paidSession,
  'payment_intent.succeeded': (intent) => ({
    reference: String(intent.id),
    amount: intent.amount_received ?? Number.NaN,
  }),
};

/**
 * The payment an event tells of. Events come in any order and any number of times: a Checkout's session and its payment
 * intent both lead to the intent's id. Undefined for every other event, and for payments that are not of an invoice.
 */
export const paymentIn = (event: StripeEvent): OnlinePayment | undefined => {
  const object = event.data.object as StripeObject;
  const invoice = object.metadata?.invoice;
  const read = Object.hasOwn(readers, event.type) ? readers[event.type]?.(object) : undefined;
  if (!invoice || !read || !Number.isSafeInteger(read.amount) || read.amount <= 0) return undefined;
  return { invoice, ...read, currency: object.currency?.toUpperCase() };
};

/** What makes an event the same one: its id or, where a sender gives none, what it tells of. */
export const eventKey = ({ id, type, data }: StripeEvent): string =>
  id ?? `${type}:${String((data.object as StripeObject).id)}`;
