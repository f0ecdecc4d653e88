import { expect, test } from '@playwright/test';
import { end } from '../../../scripts/processes.ts';
import { signInToPanel } from '../../support/browser.ts';
import { addQuestion, changeService, changeText } from './admin.ts';
import { bookAsNewPatient, fillHistory, type Person, payOnline } from './patient.ts';
import { bill, openVisit, receive, treat } from './staff.ts';
import { type Stage, setStage } from './stage.ts';

const maria: Person = {
  firstName: 'Maria',
  lastName: 'Călin-Journey',
  email: 'maria@journey.test',
  mobileNumber: '0722555123',
  birth: { day: '9', month: '3', year: '1991' },
};
const question = 'Do you grind your teeth at night?';

let stage: Stage;
test.beforeAll(async ({ browser }) => {
  stage = await setStage(browser);
});
test.afterAll(() => stage.close());

test('a day at the clinic, from the first click to the receipt', async () => {
  test.setTimeout(300_000);
  const { clinic, standIns, portal } = stage;
  const mail = (subject: RegExp) =>
    standIns.mail.waitFor(maria.email, (received) => subject.test(received.subject), 30);

  await test.step('the admin changes a service, the history form and the reminder in the panel', async () => {
    const admin = await stage.window('desk');
    await signInToPanel(admin, clinic.url, 'admin@enamel.test');
    await changeService(admin, clinic.url, 'Filling', {
      price: '37500',
      duration: '50',
      color: '#7A3E9D',
    });
    await addQuestion(admin, clinic.url, 'Medical history', 'Your teeth', question);
    await changeText(
      admin,
      clinic.url,
      { key: 'reminder-24h', channel: 'email', language: 'en' },
      'See you soon, {{patient.firstName}}!',
    );
  });

  const phone = await stage.window('phone');
  await test.step('a patient sees the new price at once and books on a phone', async () => {
    await phone.goto(`${portal.url}/en`);
    await expect(phone.getByText('RON 375.00').first()).toBeVisible({ timeout: 15_000 });
    const wish = { service: 'Filling', place: 'Smile Cluj Centru' };
    await bookAsNewPatient(phone, portal.url, maria, wish, async () => {
      const { links } = await mail(/^Confirm your e-mail address/);
      return String(links.find((link) => link.includes('/confirm-email/')));
    });
  });

  const { rows } = await clinic.db.query(
    `select a.document_id as id, p.document_id as patient, l.document_id as location, a.starts_at at time zone 'UTC' as starts_at,
            extract(epoch from a.ends_at - a.starts_at) / 60 as minutes
     from patients p
     join appointments_patient_lnk ap on ap.patient_id = p.id
     join appointments a on a.id = ap.appointment_id
     join appointments_location_lnk al on al.appointment_id = a.id
     join locations l on l.id = al.location_id
     where p.email = $1`,
    [maria.email],
  );
  expect(rows).toHaveLength(1);
  const { id, patient, location, starts_at: startsAt, minutes } = rows[0];
  expect(Number(minutes)).toBe(50);
  const start: string = startsAt.toISOString();

  await test.step('the confirmation has a calendar file, and its link opens the form with the new question', async () => {
    const confirmation = await mail(/^Your visit on/);
    expect(confirmation.calendar).toContain('BEGIN:VEVENT');
    const link = confirmation.links.find((address) => address.includes('/forms/'));
    if (!link) throw new Error('the confirmation links to no form');
    await fillHistory(phone, link, maria, { question, answer: 'Sometimes' });
  });

  await test.step('the day before, the reminder comes by mail in the admin’s words, and by SMS', async () => {
    const dayBefore = new Date(startsAt.getTime() - 20 * 3_600_000).toISOString();
    const later = await clinic.startCms({ CLOCK_START: dayBefore });
    const reminder = await standIns.mail.waitFor(
      maria.email,
      ({ text }) => text.includes('See you soon, Maria!'),
      60,
    );
    expect(reminder.html).toContain('See you soon, Maria!');
    await expect.poll(async () => (await standIns.sms('+40722555123')).length).toBe(1);
    await end(later.process);
  });

  const today = await clinic.startCms({
    CLOCK_START: new Date(startsAt.getTime() - 5 * 60_000).toISOString(),
  });
  const desk = await stage.window('desk');
  await test.step('the desk receives the patient in the calendar', async () => {
    await signInToPanel(desk, today.url, 'desk@enamel.test');
    await openVisit(desk, today.url, { start, location, id });
    await receive(desk, ['Has arrived', 'Take a seat']);
  });

  await test.step('the dentist reads the answers, charts, treats and completes', async () => {
    const dentist = await stage.window('desk');
    await signInToPanel(dentist, today.url, 'dentist@enamel.test');
    await dentist.goto(`${today.url}/admin/plugins/access/patients/${patient}/forms`);
    await expect(dentist.getByText(question)).toBeVisible();
    await treat(dentist, today.url, patient, '375');
  });

  await test.step('the desk completes the visit and issues the invoice', async () => {
    await openVisit(desk, today.url, { start, location, id });
    await receive(desk, ['Complete']);
    await bill(desk, today.url, patient);
    await mail(/invoice/i);
  });

  await test.step('the patient pays on the provider’s page and has a receipt', async () => {
    await payOnline(phone, portal.url);
    await mail(/received/i);
    await phone.goto(`${portal.url}/en/invoices`);
    await expect(phone.getByText('Paid', { exact: true })).toBeVisible();
  });

  const booked = await clinic.db.query(
    `select i.number, i.status, i.total, p.amount, p.method from invoices i
     join payments_invoice_lnk l on l.invoice_id = i.id join payments p on p.id = l.payment_id
     join payments_patient_lnk o on o.payment_id = p.id join patients who on who.id = o.patient_id
     where who.email = $1`,
    [maria.email],
  );
  expect(booked.rows).toEqual([
    {
      number: expect.stringMatching(/^[A-Z]+-\d{4}-\d{6}$/),
      status: 'paid',
      total: 37500,
      amount: 37500,
      method: 'card',
    },
  ]);
  const states = await clinic.db.query('select status from appointments where document_id = $1', [
    id,
  ]);
  expect(states.rows).toEqual([{ status: 'completed' }]);
});
