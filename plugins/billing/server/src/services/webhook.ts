import { env } from '@enamel/config';
import { invalid, system } from '@enamel/kernel';
import { runAs, transaction } from '@enamel/kernel/server';
import type { Core } from '@strapi/strapi';
import { eventKey, paymentIn, type StripeEvent } from '../domain/stripe-event.ts';
import { firstSight } from '../store/stripe.ts';
import { receiveOnline } from './payments.ts';
import { stripeClient } from './stripe.ts';

/** @throws BAD_SIGNATURE when the bytes were not signed with the clinic's webhook secret */
const verified = (body: string, signature: string): StripeEvent => {
  const stripe = stripeClient();
  const secret = env().STRIPE_WEBHOOK_SECRET;
  if (!stripe || secret === undefined)
    throw invalid('ONLINE_PAYMENT_OFF', 'This clinic takes no online payments.');
  try {
    return stripe.webhooks.constructEvent(body, signature, secret);
  } catch (cause) {
    throw invalid('BAD_SIGNATURE', 'The signature does not fit.', { cause });
  }
};

/** Takes in an event of Stripe: on record and acted on in one transaction, each event once, in whatever order. */
export const takeEvent = async (
  strapi: Core.Strapi,
  body: string,
  signature: string,
): Promise<void> => {
  const event = verified(body, signature);
  const payment = paymentIn(event);
  await runAs(system('stripe'), () =>
    transaction(strapi, async (trx) => {
      const isNew = await firstSight(trx, { id: eventKey(event), type: event.type });
      if (isNew && payment) await receiveOnline(strapi, trx, payment);
    }),
  );
};
