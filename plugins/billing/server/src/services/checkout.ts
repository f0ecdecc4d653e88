import { record } from '@enamel/audit';
import { portalUrl } from '@enamel/config';
import { ClinicError, conflict } from '@enamel/kernel';
import { clockOf, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type Stripe from 'stripe';
import { standingOf, totalOf } from '../domain/invoice.ts';
import { billingClinic } from '../store/clinic.ts';
import type { KeptInvoice } from '../store/invoices.ts';
import { closeSessions, keepSession, sessionsFor } from '../store/stripe.ts';
import { stripeClient } from './stripe.ts';

interface Purchase {
  readonly invoice: KeptInvoice;
  /** Minor units. */
  readonly amount: number;
  readonly language: string;
  /** The same for every try to open this page: Stripe answers all of them with one session. */
  readonly key: string;
}

const openSession = async (stripe: Stripe, { invoice, amount, language, key }: Purchase) => {
  const metadata = { invoice: invoice.documentId, amount: String(amount) };
  const product = await stripe.products.create(
    { name: `${language === 'ro' ? 'Factura' : 'Invoice'} ${invoice.number}`, metadata },
    { idempotencyKey: `${key}:product` },
  );
  const price = await stripe.prices.create(
    {
      product: product.id,
      unit_amount: amount,
      currency: invoice.currency.toLowerCase(),
      metadata,
    },
    { idempotencyKey: `${key}:price` },
  );
  const page = `${portalUrl()}/${language}/invoices/${invoice.documentId}`;
  return stripe.checkout.sessions.create(
    {
      mode: 'payment',
      line_items: [{ price: price.id, quantity: 1 }],
      client_reference_id: invoice.documentId,
      locale: language === 'ro' ? 'ro' : 'en',
      metadata,
      payment_intent_data: { metadata },
      success_url: `${page}?paid=1`,
      cancel_url: `${page}?cancelled=1`,
      ...(invoice.patient?.email ? { customer_email: invoice.patient.email } : {}),
    },
    { idempotencyKey: `${key}:session` },
  );
};

const away = (cause?: unknown) =>
  new ClinicError(
    'unavailable',
    'PAYMENT_UNAVAILABLE',
    'The payment page does not open at the moment. Please try again in a minute.',
    { cause },
  );

/**
 * The address of Stripe's page on which the patient pays what is left of an invoice. Asked again it is the same page.
 * @throws ONLINE_PAYMENT_OFF with the clinic's own instructions when it has no Stripe keys
 */
export const openCheckout = async (
  strapi: Core.Strapi,
  invoice: KeptInvoice,
): Promise<{ url: string }> => {
  const { state, balance: amount } = standingOf(invoice, totalOf(invoice.payments));
  if (state === 'void') throw conflict('INVOICE_VOID', 'This invoice is void.');
  if (state === 'paid') throw conflict('INVOICE_PAID', 'This invoice is paid already.');
  const clinic = await billingClinic(strapi);
  const stripe = stripeClient();
  if (!stripe)
    throw conflict('ONLINE_PAYMENT_OFF', 'This invoice cannot be paid online.', {
      details: { instructions: clinic.paymentInstructions },
    });
  const now = clockOf(strapi).now().toString();
  const known = await sessionsFor(strapi, { invoice: invoice.documentId, amount, now });
  if (known.url !== null) return { url: known.url };
  const language = invoice.patient?.preferredLanguage ?? clinic.defaultLanguage;
  const key = `enamel:${invoice.documentId}:${amount}:${known.count}`;
  const session = await openSession(stripe, { invoice, amount, language, key }).catch((cause) => {
    strapi.log.error(`billing: Stripe did not open a Checkout page: ${(cause as Error).message}`);
    throw away(cause);
  });
  if (!session.url) throw away();
  await keepSession(strapi, {
    id: session.id,
    invoice: invoice.documentId,
    amount,
    url: session.url,
    expiresAt: Temporal.Instant.from(now).add({ hours: 23 }).toString(),
  });
  await record(strapi, undefined, {
    action: 'billing.checkout.opened',
    subject: 'invoice',
    subjectId: invoice.documentId,
    ...(invoice.patient ? { patientId: invoice.patient.documentId } : {}),
    detail: { amount, currency: invoice.currency },
  });
  return { url: session.url };
};

interface ClosedCheckouts {
  /** After the commit. A page that Stripe cannot close stays payable; its money would be written down too. */
  tellStripe(): Promise<void>;
}

export const noCheckouts: ClosedCheckouts = { tellStripe: async () => {} };

/** Closes the invoice's open payment pages, which would ask for too much from now on. */
export const closeCheckouts = async (
  strapi: Core.Strapi,
  trx: Transaction,
  invoice: string,
): Promise<ClosedCheckouts> => {
  const sessions = await closeSessions(trx, invoice);
  return {
    async tellStripe() {
      const stripe = stripeClient();
      for (const session of stripe ? sessions : [])
        await stripe?.checkout.sessions
          .expire(session)
          .catch((error: Error) =>
            strapi.log.warn(`billing: ${session} was not closed: ${error.message}`),
          );
    },
  };
};
