import assert from 'node:assert/strict';
import { test } from 'node:test';
import { variables } from '../../../shared/index.ts';
import { defaultRules, defaultTemplates } from './defaults.ts';
import { renderEmail, renderSms } from './message.ts';
import { unknownIn } from './template.ts';
import { chooseTemplate } from './templates.ts';
import { type MessageFacts, valuesOf } from './values.ts';

const facts = (language: string, more: Partial<MessageFacts> = {}): MessageFacts => ({
  language,
  zone: 'Europe/Bucharest',
  portalUrl: 'https://clinic.test',
  clinic: {
    name: 'Zâmbet',
    phone: '+40 268 000 000',
    email: 'salut@zambet.test',
    address: 'Brașov',
    website: null,
    paymentInstructions: null,
  },
  patient: { firstName: 'Ana', lastName: 'Pop' },
  ...more,
});
const visit = {
  start: Temporal.Instant.from('2026-11-24T08:30:00Z'),
  end: Temporal.Instant.from('2026-11-24T09:00:00Z'),
  zone: 'Europe/Bucharest',
  cancelReason: null,
  appointmentType: 'Consultație',
  practitioner: 'Dr. Ion Mureșan',
  location: { name: 'Centru', address: 'Str. Lungă 1', city: 'Brașov', phone: null },
};

test('every variable has a meaning, and the texts use no other', () => {
  assert.deepEqual(Object.keys(valuesOf(facts('en'))).sort(), [...variables].sort());
  for (const { body, subject } of defaultTemplates)
    assert.deepEqual(
      unknownIn(`${subject}${body}`, (path) => path in valuesOf(facts('en'))),
      [],
    );
});

test('every rule finds its template in both languages', () => {
  for (const { templateKey: key, channel } of defaultRules)
    for (const language of ['en', 'ro'])
      assert.equal(
        chooseTemplate(defaultTemplates, { key, channel, languages: [language] })?.language,
        language,
      );
});

test('a language without a template falls back to the clinic’s', () => {
  const wanted = { key: 'invoice-issued', channel: 'email' as const };
  const chosen = (languages: (string | null)[]) =>
    chooseTemplate(defaultTemplates, { ...wanted, languages })?.language;
  assert.equal(chosen(['hu', 'ro']), 'ro');
  assert.equal(chosen([null, 'ro']), 'ro');
  assert.equal(chooseTemplate([], { ...wanted, languages: ['ro'] }), undefined);
});

const render = (key: string, language: string, more: Partial<MessageFacts>) => {
  const template = chooseTemplate(defaultTemplates, {
    key,
    channel: 'email',
    languages: [language],
  });
  assert.ok(template);
  const rendered = renderEmail(
    template,
    facts(language, more),
    { color: '#0F766E', logo: null },
    'appointment-booked',
    {
      appointment: 'a1',
      sequence: 0,
      confirmed: true,
      others: (more.others ?? []).map((_, index) => ({
        appointment: `b${index}`,
        sequence: 0,
        confirmed: true,
      })),
      sender: { name: 'Zâmbet', email: 'no-reply@zambet.test' },
      address: 'ana@example.test',
    },
    Temporal.Instant.from('2026-11-20T08:00:00Z'),
  );
  assert.ok(rendered.ok);
  return rendered.message;
};

test('a confirmation in Romanian tells the local time and leaves out what is not known', () => {
  const { subject, body, calendar } = render('booking-confirmation', 'ro', { visit });
  assert.equal(subject, 'Programarea dumneavoastră din marți, 24 noiembrie 2026, ora 10:30');
  assert.match(body, /cu Dr\. Ion Mureșan\nCentru, Str\. Lungă 1, Brașov/);
  assert.doesNotMatch(body, /istoricul|\{\{/);
  assert.equal(calendar?.method, 'REQUEST');
});

test('a confirmation of several visits lists them all, and its file holds them all', () => {
  const start = Temporal.Instant.from('2026-12-01T08:30:00Z');
  const other = { ...visit, start, end: start.add({ minutes: 30 }) };
  const { body, calendar } = render('booking-confirmation', 'en', { visit, others: [other] });
  assert.match(body, /With it are booked:\nTuesday, 1 December 2026, 10:30 · /);
  assert.equal(calendar?.method, 'PUBLISH');
  assert.equal(calendar?.content.match(/BEGIN:VEVENT/g)?.length, 2);
  assert.doesNotMatch(calendar?.content ?? '', /ATTENDEE/);
});

test('a confirmation with a form says where it is', () => {
  const { body, html } = render('booking-confirmation', 'en', {
    visit,
    formUrl: 'https://clinic.test/en/forms/abc',
  });
  assert.match(body, /five minutes on a phone:\nhttps:\/\/clinic\.test\/en\/forms\/abc\n/);
  assert.match(html ?? '', /<a href="https:\/\/clinic\.test\/en\/forms\/abc"/);
});

test('a receipt speaks of money in the patient’s language', () => {
  const { body } = render('payment-receipt', 'ro', {
    invoice: {
      documentId: 'i1',
      number: 'ENM-7',
      total: 25_000,
      currency: 'RON',
      dueOn: Temporal.PlainDate.from('2026-12-01'),
    },
    payment: {
      amount: 25_000,
      currency: 'RON',
      method: 'cash',
      receivedAt: Temporal.Instant.from('2026-11-24T22:30:00Z'),
    },
  });
  assert.match(body, /am primit 250,00\sRON pentru factura ENM-7/);
});

test('a template with a variable nobody knows is not sent', () => {
  const template = {
    key: 'k',
    channel: 'sms' as const,
    language: 'en' as const,
    subject: null,
    body: '{{pacient}}',
  };
  assert.deepEqual(renderSms(template, facts('en')), { ok: false, unknown: ['pacient'] });
});
