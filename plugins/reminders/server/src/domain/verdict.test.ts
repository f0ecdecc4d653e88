import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reasonToSkip, type Situation } from './verdict.ts';

const start = Temporal.Instant.from('2026-11-21T08:00:00Z');
const situation = (changes: Partial<Situation> = {}): Situation => ({
  event: 'before-appointment',
  channel: 'email',
  ruleActive: true,
  subjectExists: true,
  visit: { status: 'confirmed', start },
  plannedStart: start,
  emailReminders: true,
  smsReminders: true,
  recorded: 'ana@example.test',
  address: 'ana@example.test',
  now: start.subtract({ hours: 20 }),
  ...changes,
});

test('a reminder of a coming visit may leave', () => {
  assert.equal(reasonToSkip(situation()), undefined);
  assert.equal(reasonToSkip(situation({ visit: { status: 'pending', start } })), undefined);
});

const cases: [string, Partial<Situation>, string | undefined][] = [
  ['the rule was switched off', { ruleActive: false }, 'rule-off'],
  ['the appointment is gone', { subjectExists: false }, 'gone'],
  ['the visit was cancelled', { visit: { status: 'cancelled', start } }, 'visit-cancelled'],
  [
    'the visit was moved',
    { visit: { status: 'confirmed', start: start.add({ hours: 1 }) } },
    'visit-moved',
  ],
  ['the visit has begun', { now: start }, 'visit-begun'],
  ['the patient is here', { visit: { status: 'arrived', start } }, 'visit-settled'],
  ['no e-mail reminders wanted', { emailReminders: false }, 'preference-off'],
  ['no text messages wanted', { channel: 'sms', smsReminders: false }, 'preference-off'],
  ['no address', { recorded: null, address: undefined }, 'no-address'],
  ['an address that is none', { recorded: 'ana', address: undefined }, 'bad-address'],
  [
    'a confirmation comes although e-mail reminders are off',
    { event: 'appointment-booked', emailReminders: false },
    undefined,
  ],
  [
    'a cancellation of a cancelled visit',
    { event: 'appointment-cancelled', visit: { status: 'cancelled', start } },
    undefined,
  ],
  ['a cancellation of a visit that stands', { event: 'appointment-cancelled' }, 'visit-settled'],
  [
    'an invoice has no visit',
    { event: 'invoice-issued', visit: undefined, plannedStart: undefined },
    undefined,
  ],
];
for (const [name, changes, expected] of cases)
  test(name, () => assert.equal(reasonToSkip(situation(changes)), expected));
