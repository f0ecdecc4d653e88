import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secondsToWait, smtpOutcome, twilioOutcome } from './attempts.ts';

const smtp = (failure: object, handedOver = false) =>
  smtpOutcome({ message: 'said the server', ...failure }, handedOver).kind;

test('SMTP: 5xx is for good, 4xx is for now, a refused sign-in can be mended', () => {
  assert.equal(smtp({ responseCode: 550 }), 'refused');
  assert.equal(smtp({ responseCode: 451 }), 'temporary');
  assert.equal(smtp({ responseCode: 535, code: 'EAUTH' }), 'temporary');
  assert.equal(smtp({ responseCode: 552 }, true), 'refused');
});

test('SMTP: silence before the end of the message is a failure, after it nobody knows', () => {
  assert.equal(smtp({ code: 'ECONNECTION' }), 'temporary');
  assert.equal(smtp({ code: 'ETIMEDOUT' }, true), 'unconfirmed');
});

test('Twilio: silence and 5xx are to be looked up', () => {
  const kind = (status?: number) => twilioOutcome({ status, message: '' }).kind;
  assert.equal(kind(), 'unknown');
  assert.equal(kind(503), 'unknown');
  assert.equal(kind(429), 'temporary');
  assert.equal(kind(400), 'refused');
});

test('waiting grows to an hour', () => {
  assert.deepEqual(
    [1, 2, 3, 4, 8].map((attempt) => secondsToWait(attempt, 15)),
    [30, 120, 480, 1920, 3600],
  );
});
