import { expect, type Page, test } from '@playwright/test';
import { barriers } from '../support/browser.ts';
import { type Clinic, openClinic, type Server } from '../support/clinic.ts';
import { addLocation, addPatient, idOf, password, weekdays } from '../support/schedule.ts';

let clinic: Clinic;
let portal: Server;

test.beforeAll(async () => {
  clinic = await openClinic({ variables: { CLOCK_START: '2027-03-01T07:00:00Z' } });
  await addLocation(clinic.db, 'Hill', {
    zone: 'Europe/Bucharest',
    chairs: 1,
    practitioners: [
      { name: 'Ana', hours: weekdays.map((day) => [day, '09:00', '17:00'] as const) },
    ],
    types: [{ name: 'Brace check', duration: 30 }],
  });
  for (const name of ['mara', 'ion']) await addPatient(clinic.db, name);
  portal = await clinic.startPortal();
});
test.afterAll(() => clinic?.close());

const main = (page: Page) => page.getByRole('main');
const press = (page: Page, name: RegExp) => main(page).getByRole('button', { name }).click();

const standing = async () =>
  (
    await clinic.db.query(
      `select to_char(a.starts_at at time zone 'UTC' at time zone 'Europe/Bucharest', 'MM-DD HH24:MI') as start, a.status
       from appointments a join appointments_patient_lnk l on l.appointment_id = a.id join patients p on p.id = l.patient_id
       where p.document_id = $1 order by a.starts_at`,
      [idOf('mara')],
    )
  ).rows.map(({ start, status }) => `${start} ${status}`);

const shoot = async (page: Page, name: string) => {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: test.info().outputPath(`${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 390, height: 844 });
};

test('a patient books a visit every week without scripts, moves it and those that follow, and cancels them', async ({
  browser,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: portal.url,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto('/en/sign-in');
  await page.getByLabel('E-mail').fill('mara@stories.test');
  await page.getByLabel('Password').fill(password);
  await press(page, /Sign in/);
  await expect(page.getByRole('heading', { name: /mara/ })).toBeVisible();
  const choice = new URLSearchParams({
    service: idOf('Brace check'),
    location: idOf('Hill'),
    practitioner: idOf('Ana'),
    slot: `2027-03-12T09:00:00+02:00~${idOf('Ana')}`,
  });
  await page.goto(`/en/book/check?${choice}`);
  await press(page, /several times/);
  await press(page, /Show the dates/);
  await expect(page.getByRole('alert')).toContainText('Say how many visits');
  await page.getByRole('radio', { name: 'day' }).check();
  await page.getByLabel('How many visits').fill('4');
  await shoot(page, 'repeat');
  await press(page, /Show the dates/);
  await expect(main(page).getByText('2 of 4 dates are free.')).toBeVisible();
  await expect(main(page).getByText('The clinic does not offer this time.').first()).toBeVisible();
  await shoot(page, 'dates');
  await main(page)
    .getByRole('link', { name: /Another rhythm/ })
    .click();
  await page.getByRole('radio', { name: 'week' }).check();
  await page.getByLabel('How many visits').fill('4');
  await press(page, /Show the dates/);
  await press(page, /Book 4 visits/);
  await expect(page.getByRole('heading', { name: 'Your visits are booked.' })).toBeVisible();
  await shoot(page, 'booked');
  await main(page)
    .getByRole('link', { name: /my appointments/ })
    .click();
  await expect(main(page).getByText('One of a series')).toHaveCount(4);
  await shoot(page, 'visits');
  expect(await standing()).toEqual(
    ['03-12', '03-19', '03-26', '04-02'].map((date) => `${date} 09:00 confirmed`),
  );
  const { rows } = await clinic.db.query(
    `select document_id as id from appointments where series_id is not null order by starts_at`,
  );
  await page.goto(
    `/en/visits/${rows[1].id}/move?slot=${encodeURIComponent(`2027-03-18T10:00:00+02:00~${idOf('Ana')}`)}`,
  );
  await page.getByRole('radio', { name: /those that follow/ }).check();
  await shoot(page, 'move');
  await press(page, /Move the visit/);
  await expect(page.getByRole('heading', { name: 'Your visits are changed.' })).toBeVisible();
  expect(await standing()).toEqual([
    '03-12 09:00 confirmed',
    ...['03-18', '03-25', '04-01'].map((date) => `${date} 10:00 confirmed`),
  ]);
  await page.goto(`/en/visits/${rows[2].id}/cancel`);
  await page.getByLabel('Why do you cancel?').fill('We move away');
  await page.getByRole('radio', { name: /those that follow/ }).check();
  await shoot(page, 'cancel');
  await press(page, /Cancel the visit/);
  await expect(page.getByRole('heading', { name: 'Your visits are changed.' })).toBeVisible();
  await shoot(page, 'changed');
  expect((await standing()).map((each) => each.split(' ')[2])).toEqual([
    'confirmed',
    'confirmed',
    'cancelled',
    'cancelled',
  ]);
});

test('the pages of a series hold no barriers', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: portal.url });
  const page = await context.newPage();
  await page.goto('/en/sign-in');
  await page.getByLabel('E-mail').fill('ion@stories.test');
  await page.getByLabel('Password').fill(password);
  await press(page, /Sign in/);
  await expect(page.getByRole('heading', { name: /ion/ })).toBeVisible();
  const slot = `2027-04-05T11:00:00+03:00~${idOf('Ana')}`;
  const choice = new URLSearchParams({
    service: idOf('Brace check'),
    location: idOf('Hill'),
    practitioner: idOf('Ana'),
    slot,
  });
  await page.goto(`/en/book/repeat?${choice}`);
  expect(await barriers(page)).toEqual([]);
  await page.getByLabel('How many visits').fill('3');
  await page.getByLabel('How many visits').press('Enter');
  await expect(main(page).getByText('3 of 3 dates are free.')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.goto(`/ro/book/repeat?${choice}&every=month&interval=1&count=3`);
  expect(await barriers(page)).toEqual([]);
});
