import { expect, test } from '@playwright/test';
import { addQuestion, changeService, changeText } from './admin.ts';
import { bookAsNewPatient, fillHistory, type Person } from './patient.ts';
import { setStage, signInToPanel } from './stage.ts';

const maria: Person = {
  firstName: 'Maria',
  lastName: 'Călin-Journey',
  email: 'maria@journey.test',
  mobileNumber: '0722 555 123',
  birth: { day: '9', month: '3', year: '1991' },
};
const question = 'Do you grind your teeth at night?';

test('a day at the clinic, from the first click to the receipt', async ({ browser }) => {
  test.setTimeout(300_000);
  const stage = await setStage(browser);
  const { clinic, standIns, portal } = stage;
  const mailTo = (matches: RegExp) =>
    standIns.mail.waitFor(maria.email, ({ subject }) => matches.test(subject), 30);

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
      'Reminder',
      'See you soon, {{patient.firstName}}! {{appointment.time}}',
    );
  });

  const phone = await stage.window('phone');
  const start = await test.step('a patient sees the new price and books on a phone', async () => {
    await phone.goto(`${portal.url}/en`);
    await expect(phone.getByText('RON 375.00').first()).toBeVisible();
    return bookAsNewPatient(phone, portal.url, maria, {
      service: 'Filling',
      place: 'Smile Cluj Centru',
    });
  });

  await test.step('the confirmation arrives with a calendar file; its link opens the form with the new question', async () => {
    const mail = await mailTo(/./);
    expect(mail.calendar).toContain('BEGIN:VEVENT');
    const link = mail.links.find((address) => address.includes('/forms/'));
    expect(link).toBeDefined();
    await fillHistory(phone, link ?? '', maria, { question, answer: 'Sometimes' });
    expect(start).toBeTruthy();
  });

  await stage.close();
});
