import { expect, type Page, test } from '@playwright/test';
import { signInToPanel } from '../support/browser.ts';
import { type Clinic, openClinic } from '../support/clinic.ts';
import { expectFineEverywhere } from '../support/looks.ts';
import { staffWith } from '../support/people.ts';
import { addLocation, addPatient, idOf, weekdays } from '../support/schedule.ts';

let clinic: Clinic;

test.beforeAll(async () => {
  clinic = await openClinic({ variables: { CLOCK_START: '2027-03-08T06:00:00Z' } });
  await addLocation(clinic.db, 'Quay', {
    zone: 'Europe/Bucharest',
    chairs: 1,
    practitioners: [
      { name: 'Adina', hours: weekdays.map((day) => [day, '09:00', '17:00'] as const) },
    ],
    types: [
      { name: 'Polish', duration: 30 },
      { name: 'Look', duration: 15 },
    ],
  });
  for (const name of ['mara', 'nelu']) await addPatient(clinic.db, name);
});
test.afterAll(() => clinic?.close());

const booked = async () =>
  (
    await clinic.db.query(
      `select to_char(a.starts_at at time zone 'UTC' at time zone 'Europe/Bucharest', 'MM-DD HH24:MI') as start,
         a.status, p.first_name as who
       from appointments a join appointments_patient_lnk l on l.appointment_id = a.id
       join patients p on p.id = l.patient_id
       where a.group_id is not null order by a.starts_at`,
    )
  ).rows.map(({ start, status, who }) => `${start} ${who} ${status}`);

const said = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });

test('the desk books two services and a child who is new right after one another, and takes it all back', async ({
  browser,
}) => {
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
  await book.getByRole('button', { name: 'Another visit right after' }).click();
  await book.getByRole('button', { name: 'Another visit right after' }).click();
  const part = (number: number) => book.getByRole('group', { name: `Visit ${number}` });
  const type = async (number: number, name: RegExp) => {
    await part(number).getByRole('combobox', { name: 'Type of visit' }).click();
    await page.getByRole('option', { name }).click();
  };
  await type(1, /Polish/);
  await type(2, /Look/);
  await expect(part(2)).toContainText('For the same patient');
  await part(3).getByRole('button', { name: 'For someone else' }).click();
  await book.getByRole('button', { name: 'Show free times' }).click();
  await expect(part(3).getByText('This is needed').first()).toBeVisible();
  await type(3, /Look/);
  await part(3).getByRole('combobox', { name: 'Patient' }).fill('Ina Marin');
  await part(3).getByRole('button', { name: 'Add a new patient' }).click();
  await expect(part(3).getByRole('textbox', { name: 'Last name' })).toHaveValue('Marin');
  await book.getByRole('combobox', { name: 'Time' }).fill('10:10');
  await page.keyboard.press('Enter');
  await book.getByRole('button', { name: 'Show free times' }).click();
  const times = book.getByRole('group', { name: 'All of them fit at' }).getByRole('radio');
  await expect(times).toHaveCount(6);
  const chosen = book.locator('label', { has: page.locator('input:checked') });
  await expect(chosen).toContainText(/9 Mar, 10:15–11:15/);
  await expect(chosen.locator('small')).toHaveText([
    '10:15 mara Storyteller, Polish, Dr. Adina Test',
    '10:45 mara Storyteller, Look, Dr. Adina Test',
    '11:00 Ina Marin, Look, Dr. Adina Test',
  ]);
  expect(await booked()).toEqual([]);
  await expectFineEverywhere(page, 'group');
  await chosen.scrollIntoViewIfNeeded();
  await page.screenshot({ path: test.info().outputPath('times.png') });

  await book.getByRole('button', { name: 'Book 3 visits' }).click();
  await expect(said(page, '3 visits are booked.')).toBeVisible();
  const together = ['03-09 10:15 mara', '03-09 10:45 mara', '03-09 11:00 Ina'];
  expect(await booked()).toEqual(together.map((visit) => `${visit} confirmed`));
  const ina = page.locator('.visit', { hasText: 'Ina Marin' });
  await expect(ina).toContainText('11:00 Ina');

  // The family comes an hour later.
  await ina.focus();
  await page.keyboard.press('m');
  const move = page.getByRole('dialog', { name: 'Move the visit' });
  await move.getByRole('combobox', { name: 'What is moved?' }).click();
  await page.getByRole('option', { name: 'All 3 visits of the group' }).click();
  await expect(move.getByRole('status').getByRole('listitem')).toHaveCount(3);
  await move.getByRole('combobox', { name: 'Time' }).fill('12:00');
  await page.keyboard.press('Enter');
  await move.getByRole('button', { name: 'Move all 3 visits' }).click();
  await expect(said(page, '3 visits were moved.')).toBeVisible();
  await expect(ina).toContainText('12:00 Ina');
  await page.keyboard.press('u');
  await expect(ina).toContainText('11:00 Ina');

  await ina.focus();
  await page.keyboard.press('Delete');
  const cancel = page.getByRole('dialog', { name: 'Cancel this visit?' });
  await cancel.getByRole('combobox', { name: 'What is cancelled?' }).click();
  await page.getByRole('option', { name: 'All 3 visits of the group' }).click();
  const all = page.getByRole('dialog', { name: 'Cancel 3 visits?' });
  await all.getByRole('textbox', { name: 'Reason' }).fill('the car broke down');
  await all.getByRole('button', { name: 'Cancel all 3 visits' }).click();
  await expect(said(page, '3 visits are cancelled.')).toBeVisible();
  expect(await booked()).toEqual(together.map((visit) => `${visit} cancelled`));
  await context.close();
});
