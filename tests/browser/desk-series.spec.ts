import { expect, type Page, test } from '@playwright/test';
import { signInToPanel } from '../support/browser.ts';
import { type Clinic, openClinic } from '../support/clinic.ts';
import { writeVisits } from '../support/full-day.ts';
import { expectFineEverywhere } from '../support/looks.ts';
import { staffWith } from '../support/people.ts';
import { addLocation, addPatient, idOf, weekdays } from '../support/schedule.ts';

let clinic: Clinic;

test.beforeAll(async () => {
  clinic = await openClinic({ variables: { CLOCK_START: '2027-03-08T06:00:00Z' } });
  await addLocation(clinic.db, 'Quay', {
    zone: 'Europe/Bucharest',
    chairs: 2,
    practitioners: ['Adina', 'Bogdan'].map((name) => ({
      name,
      hours: weekdays.map((day) => [day, '09:00', '17:00'] as const),
    })),
    types: [{ name: 'Polish', duration: 30 }],
  });
  for (const name of ['mara', 'nelu']) await addPatient(clinic.db, name);
});
test.afterAll(() => clinic?.close());

const standing = async () =>
  (
    await clinic.db.query(
      `select to_char(a.starts_at at time zone 'UTC' at time zone 'Europe/Bucharest', 'MM-DD HH24:MI') as start, a.status,
         w.first_name as who
       from appointments a join appointments_practitioner_lnk l on l.appointment_id = a.id
       join practitioners w on w.id = l.practitioner_id
       where a.series_id is not null order by a.starts_at`,
    )
  ).rows.map(({ start, status, who }) => `${start} ${status} ${who}`);

const inTheWay = {
  name: 'nelu in the way',
  patient: 'nelu',
  practitioner: 'Adina',
  chair: 'Quay chair 1',
  location: 'Quay',
  type: 'Polish',
  start: '2027-03-16T11:00:00+02:00',
  minutes: 30,
};
const said = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });

test('the desk sees the dates of a series before it books them, moves those that follow to another hour and person, and cancels them', async ({
  browser,
}) => {
  await writeVisits(clinic.db, [inTheWay]);
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  await signInToPanel(page, clinic.url, await staffWith(clinic, 'clinic-admin'));
  await page.goto(
    `${clinic.url}/admin/plugins/scheduling/calendar?location=${idOf('Quay')}&date=2027-03-09`,
  );
  await expect(page.locator('.ec-body')).toBeVisible();
  await page.keyboard.press('b');
  const book = page.getByRole('dialog', { name: 'Book a visit' });
  await book.getByRole('combobox', { name: 'Patient' }).fill('mara');
  await page.getByRole('option').first().click();
  for (const [label, option] of [
    ['Type of visit', /Polish/],
    ['Practitioner', /Adina/],
  ] as const) {
    await book.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option }).click();
  }
  await book.getByRole('combobox', { name: 'Time' }).fill('11:00');
  await page.keyboard.press('Enter');
  await book.getByRole('checkbox', { name: 'Repeats' }).check();
  await book.getByRole('combobox', { name: 'Ends' }).click();
  await page.getByRole('option', { name: 'On a date' }).click();
  await book.getByRole('button', { name: 'Show the dates' }).click();
  await expect(book.getByText('This is needed')).toBeVisible();
  await book.getByLabel('Last date').fill('2027-03-29');
  await book.getByRole('button', { name: 'Show the dates' }).click();
  const dates = book.getByRole('status').getByRole('listitem');
  await expect(dates).toHaveText([
    /9 Mar, 11:00 Free\./,
    /16 Mar, 11:00 This time is taken\. Free near it/,
    /23 Mar, 11:00 Free\./,
  ]);
  expect(await standing()).toEqual([]);
  await expectFineEverywhere(page, 'dates');

  await book.getByRole('button', { name: 'Book 2 visits' }).click();
  await expect(dates.first()).toContainText('Booked.');
  await book.getByRole('button', { name: 'Close', exact: true }).last().click();
  expect(await standing()).toEqual(['03-09 11:00 confirmed Adina', '03-23 11:00 confirmed Adina']);
  const mara = page.locator('.visit', { hasText: 'mara' });
  await expect(mara).toContainText('11:00–11:30');

  // An hour later, and with somebody else; taken back.
  await mara.focus();
  await page.keyboard.press('m');
  const move = page.getByRole('dialog', { name: 'Move the visit' });
  const choose = async (label: string, option: RegExp) => {
    await move.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option }).click();
  };
  await choose('What is moved?', /This visit and the one that follows/);
  await expect(move.getByRole('status').getByRole('listitem')).toHaveText([
    /9 Mar, 11:00–11:30 mara/,
    /23 Mar, 11:00–11:30 mara/,
  ]);
  await choose('Practitioner', /Bogdan/);
  await move.getByRole('combobox', { name: 'Time' }).fill('12:00');
  await page.keyboard.press('Enter');
  await expectFineEverywhere(page, 'move');
  await move.getByRole('button', { name: 'Move this and 1 following' }).click();
  await expect(said(page, '2 visits were moved.')).toBeVisible();
  expect(await standing()).toEqual([
    '03-09 12:00 confirmed Bogdan',
    '03-23 12:00 confirmed Bogdan',
  ]);
  await page.keyboard.press('u');
  await expect(said(page, 'The move was taken back')).toBeVisible();
  expect(await standing()).toEqual(['03-09 11:00 confirmed Adina', '03-23 11:00 confirmed Adina']);

  // One of them cannot follow: it stays, and is named.
  await writeVisits(clinic.db, [
    { ...inTheWay, name: 'nelu once more', start: '2027-03-23T12:00:00+02:00' },
  ]);
  await mara.focus();
  await page.keyboard.press('m');
  await choose('What is moved?', /This visit and the one that follows/);
  await move.getByRole('combobox', { name: 'Time' }).fill('12:00');
  await page.keyboard.press('Enter');
  await move.getByRole('button', { name: 'Move this and 1 following' }).click();
  const outcome = page.getByRole('dialog', { name: 'Some visits stay as they are' });
  await expect(outcome.getByRole('listitem')).toHaveText([
    /9 Mar, 12:00 Moved\./,
    /23 Mar, 11:00 Stays: This time is taken\./,
  ]);
  await expectFineEverywhere(page, 'outcome');
  await outcome.getByRole('button', { name: 'Close' }).last().click();

  await mara.focus();
  await page.keyboard.press('x');
  const cancel = page.getByRole('dialog', { name: 'Cancel this visit?' });
  await expect(cancel.getByRole('button', { name: 'Cancel this visit' })).toBeVisible();
  await cancel.getByRole('combobox', { name: 'What is cancelled?' }).click();
  await page.getByRole('option', { name: 'This visit and the one that follows' }).click();
  const both = page.getByRole('dialog', { name: 'Cancel 2 visits?' });
  await both.getByRole('textbox', { name: 'Reason' }).fill('moves away');
  await expectFineEverywhere(page, 'cancel');
  await both.getByRole('button', { name: 'Cancel this and 1 following' }).click();
  await expect(said(page, '2 visits are cancelled.')).toBeVisible();
  expect(await standing()).toEqual(['03-09 12:00 cancelled Adina', '03-23 11:00 cancelled Adina']);
  await context.close();
});
