import { expect, test } from '@playwright/test';
import { barriers, signInToPanel } from '../support/browser.ts';
import { type Clinic, openClinic } from '../support/clinic.ts';
import { writeVisits } from '../support/full-day.ts';
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
    types: [{ name: 'Polish', duration: 30 }],
  });
  for (const name of ['mara', 'nelu']) await addPatient(clinic.db, name);
});
test.afterAll(() => clinic?.close());

const standing = async () =>
  (
    await clinic.db.query(
      `select to_char(starts_at at time zone 'UTC' at time zone 'Europe/Bucharest', 'MM-DD HH24:MI') as start, status
       from appointments where series_id is not null order by starts_at`,
    )
  ).rows.map(({ start, status }) => `${start} ${status}`);

test('the desk sees the dates of a series before it books them, and cancels those that follow', async ({
  browser,
}) => {
  await writeVisits(clinic.db, [
    {
      name: 'nelu in the way',
      patient: 'nelu',
      practitioner: 'Adina',
      chair: 'Quay chair 1',
      location: 'Quay',
      type: 'Polish',
      start: '2027-03-16T11:00:00+02:00',
      minutes: 30,
    },
  ]);
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
  await book.getByRole('textbox', { name: 'How many visits' }).fill('3');
  await book.getByRole('button', { name: 'Show the dates' }).click();
  const dates = book.getByRole('status').getByRole('listitem');
  await expect(dates).toHaveText([
    /9 Mar, 11:00 Free\./,
    /16 Mar, 11:00 This time is taken\. Free near it/,
    /23 Mar, 11:00 Free\./,
  ]);
  expect(await standing()).toEqual([]);
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await dates.last().scrollIntoViewIfNeeded();
    await page.screenshot({ path: test.info().outputPath(`dates-${width}.png`) });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      // The panel changes its colours a moment after it is asked to.
      await expect
        .poll(() => barriers(page, { wcagOnly: true }), { message: `${width}, ${colorScheme}` })
        .toEqual([]);
    }
    await page.screenshot({ path: test.info().outputPath(`dates-${width}-dark.png`) });
    await page.emulateMedia({ colorScheme: 'light' });
  }

  await book.getByRole('button', { name: 'Book 2 visits' }).click();
  await expect(dates.first()).toContainText('Booked.');
  await page.screenshot({ path: test.info().outputPath('booked-1440.png') });
  await book.getByRole('button', { name: 'Close', exact: true }).last().click();
  expect(await standing()).toEqual(['03-09 11:00 confirmed', '03-23 11:00 confirmed']);
  const mara = page.locator('.visit', { hasText: 'mara' });
  await expect(mara).toContainText('11:00–11:30');

  await mara.focus();
  await page.keyboard.press('x');
  const cancel = page.getByRole('dialog', { name: 'Cancel this visit?' });
  await cancel.getByRole('combobox', { name: 'What is cancelled?' }).click();
  await page.getByRole('option', { name: 'This visit and those that follow it' }).click();
  await cancel.getByRole('textbox', { name: 'Reason' }).fill('moves away');
  await page.screenshot({ path: test.info().outputPath('cancel-1440.png') });
  await cancel.getByRole('button', { name: 'Cancel the visit' }).click();
  await expect(
    page.getByRole('status').filter({ hasText: '2 visits are cancelled.' }),
  ).toBeVisible();
  expect(await standing()).toEqual(['03-09 11:00 cancelled', '03-23 11:00 cancelled']);
  await context.close();
});
