import { rows, type Transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import type { PaymentMethod } from '../../../shared/index.ts';

export interface NewPayment {
  /** Document id. */
  readonly invoice: string;
  /** Document id. */
  readonly patient: string | null;
  readonly amount: number;
  readonly currency: string;
  readonly method: PaymentMethod;
  readonly receivedAt: string;
  readonly reference: string | null;
  readonly takenBy: string;
}

/** Writes a payment and answers its document id. */
export const keepPayment = async (strapi: Core.Strapi, payment: NewPayment): Promise<string> => {
  const { invoice, patient, ...data } = payment;
  const created = await strapi.documents('api::payment.payment').create({
    data: {
      ...data,
      invoice: { documentId: invoice },
      ...(patient === null ? {} : { patient: { documentId: patient } }),
    } as never,
  });
  return created.documentId;
};

/** The payment that an online reference has led to. */
export const paymentByReference = async (
  trx: Transaction,
  reference: string,
): Promise<string | undefined> =>
  (
    await rows<{ documentId: string }>(
      trx,
      'select document_id as "documentId" from payments where reference = ?',
      [reference],
    )
  )[0]?.documentId;

interface PaymentRequest {
  readonly actor: string;
  readonly key: string;
}

/** The payment that this actor made with this key, and what was asked then. */
export const requestedPayment = async (
  trx: Transaction,
  { actor, key }: PaymentRequest,
): Promise<{ fingerprint: string; payment: string } | undefined> => {
  // Two requests with one key wait for one another.
  await rows(trx, 'select pg_advisory_xact_lock(hashtextextended(?, 400))', [`${actor}:${key}`]);
  const [row] = await rows<{ fingerprint: string; payment: string }>(
    trx,
    'select fingerprint, payment from payment_requests where actor = ? and key = ?',
    [actor, key],
  );
  return row;
};

export const keepRequest = async (
  trx: Transaction,
  { actor, key }: PaymentRequest,
  made: { fingerprint: string; payment: string },
): Promise<void> => {
  await rows(
    trx,
    'insert into payment_requests (actor, key, fingerprint, payment) values (?, ?, ?, ?)',
    [actor, key, made.fingerprint, made.payment],
  );
};
