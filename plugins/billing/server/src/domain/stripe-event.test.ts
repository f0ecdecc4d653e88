import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventKey, paymentIn } from './stripe-event.ts';

const event = (type: string, object: object, id?: string) => ({ id, type, data: { object } });
const metadata = { invoice: 'inv1', amount: '12000' };
const session = {
  id: 'cs_1',
  metadata,
  payment_status: 'paid',
  payment_intent: 'pi_1',
  amount_total: 12_000,
  currency: 'ron',
};

test('a session and its payment intent tell of the same payment', () => {
  const expected = { invoice: 'inv1', amount: 12_000, currency: 'RON', reference: 'pi_1' };
  const intent = { id: 'pi_1', metadata, amount_received: 12_000, currency: 'ron' };
  for (const told of [
    event('checkout.session.completed', session),
    event('checkout.session.completed', { ...session, payment_intent: { id: 'pi_1' } }),
    event('checkout.session.async_payment_succeeded', session),
    event('payment_intent.succeeded', intent),
  ])
    assert.deepEqual(paymentIn(told), expected, told.type);
});

test('a session without intent or total is known by its own id and our metadata', () => {
  const told = event('checkout.session.completed', {
    id: 'cs_1',
    metadata,
    payment_status: 'paid',
  });
  assert.deepEqual(paymentIn(told), {
    invoice: 'inv1',
    amount: 12_000,
    currency: undefined,
    reference: 'cs_1',
  });
});

test('nothing is paid by other news', () => {
  for (const told of [
    event('checkout.session.completed', { ...session, payment_status: 'unpaid' }),
    event('checkout.session.completed', { ...session, metadata: {} }),
    event('checkout.session.completed', { ...session, metadata: null }),
    event('checkout.session.completed', { ...session, amount_total: 0 }),
    event('payment_intent.succeeded', { id: 'pi_1', metadata, amount_received: 10.5 }),
    event('payment_intent.created', { id: 'pi_1', metadata, amount_received: 12_000 }),
    event('toString', session),
  ])
    assert.equal(paymentIn(told), undefined, told.type);
});

test('an event is known by its id, else by what it tells of', () => {
  assert.equal(eventKey(event('checkout.session.completed', session, 'evt_1')), 'evt_1');
  assert.equal(
    eventKey(event('checkout.session.completed', session)),
    'checkout.session.completed:cs_1',
  );
});
