import { record } from '@enamel/audit';
import { conflict, invalid, missing } from '@enamel/kernel';
import { clockOf, emit, type Transaction, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { Invoice, PaymentMethod } from '../../../shared/index.ts';
import { standingOf } from '../domain/invoice.ts';
import type { OnlinePayment } from '../domain/stripe-event.ts';
import { findInvoice, type HeldInvoice, holdInvoice, markPaid } from '../store/invoices.ts';
import {
  keepPayment,
  keepRequest,
  paymentByReference,
  requestedPayment,
} from '../store/payments.ts';
import { closeCheckouts, noCheckouts } from './checkout.ts';
import { clerk } from './clerk.ts';
import { shownInvoice } from './invoices.ts';

interface Receipt {
  readonly amount: number;
  readonly method: PaymentMethod;
  readonly reference: string | null;
}

/** Writes a payment on an invoice that the transaction holds: payment, state, event, audit. Answers its document id. */
const receive = async (
  strapi: Core.Strapi,
  trx: Transaction,
  held: HeldInvoice,
  { amount, method, reference }: Receipt,
): Promise<string> => {
  const receivedAt = clockOf(strapi).now().toString({ smallestUnit: 'millisecond' });
  const payment = await keepPayment(strapi, {
    invoice: held.documentId,
    patient: held.patient,
    amount,
    currency: held.currency,
    method,
    receivedAt,
    reference,
    takenBy: clerk(strapi).name,
  });
  if (held.status === 'issued' && held.paid + amount >= held.total)
    await markPaid(strapi, held.documentId, receivedAt);
  await record(strapi, trx, {
    action: 'billing.payment.received',
    subject: 'payment',
    subjectId: payment,
    ...(held.patient ? { patientId: held.patient } : {}),
    detail: { invoice: held.documentId, amount, currency: held.currency, method },
  });
  await emit(strapi, trx, 'payment.received', { payment, invoice: held.documentId });
  return payment;
};

export interface DeskPayment extends Receipt {
  /** The request's Idempotency-Key. */
  readonly key: string | undefined;
}

/** Takes money at the desk, never more than is owed. The same key again answers the same and takes nothing. */
export const takePayment = async (
  strapi: Core.Strapi,
  documentId: string,
  { key, ...receipt }: DeskPayment,
): Promise<Invoice> => {
  const actor = clerk(strapi).id;
  const fingerprint = JSON.stringify([
    documentId,
    receipt.amount,
    receipt.method,
    receipt.reference,
  ]);
  const checkouts = await transaction(strapi, async (trx) => {
    if (key !== undefined) {
      const made = await requestedPayment(trx, { actor, key });
      if (made && made.fingerprint !== fingerprint)
        throw conflict('KEY_USED', 'This Idempotency-Key was used for another payment.');
      if (made) return noCheckouts;
    }
    const held = await holdInvoice(trx, documentId);
    if (!held) throw missing('INVOICE_NOT_FOUND', 'There is no such invoice.');
    const { state, balance } = standingOf(held, held.paid);
    if (state === 'void') throw conflict('INVOICE_VOID', 'This invoice is void.');
    if (state === 'paid') throw conflict('INVOICE_PAID', 'This invoice is paid already.');
    if (receipt.amount > balance)
      throw invalid('MORE_THAN_OWED', 'This is more than is left to pay.', {
        details: { balance, currency: held.currency },
      });
    const payment = await receive(strapi, trx, held, receipt);
    if (key !== undefined) await keepRequest(trx, { actor, key }, { fingerprint, payment });
    return closeCheckouts(strapi, trx, documentId);
  });
  await checkouts.tellStripe();
  const kept = await findInvoice(strapi, documentId);
  if (!kept) throw missing('INVOICE_NOT_FOUND', 'There is no such invoice.');
  return shownInvoice(kept);
};

/**
 * Writes down money that Stripe has received, once for each reference. It is kept whatever the invoice's state: the money
 * is there, also when the desk was paid meanwhile.
 */
export const receiveOnline = async (
  strapi: Core.Strapi,
  trx: Transaction,
  payment: OnlinePayment,
): Promise<void> => {
  const held = await holdInvoice(trx, payment.invoice);
  if (!held) {
    strapi.log.error(`billing: ${payment.reference} was paid for an invoice that is not here`);
    return;
  }
  if (payment.currency !== undefined && payment.currency !== held.currency) {
    strapi.log.error(
      `billing: ${payment.reference} was paid in another currency than ${held.number}`,
    );
    return;
  }
  if (await paymentByReference(trx, payment.reference)) return;
  const { balance } = standingOf(held, held.paid);
  if (payment.amount > balance)
    strapi.log.warn(`billing: ${payment.reference} is more than is owed on ${held.number}`);
  await receive(strapi, trx, held, {
    amount: payment.amount,
    method: 'card',
    reference: payment.reference,
  });
};
