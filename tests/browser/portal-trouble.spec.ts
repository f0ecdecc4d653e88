import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Clinic, openClinic, type Server } from '../support/clinic.ts';
import { type MailServer, startMailServer } from '../support/mail.ts';
import {
  chooseTime,
  codeTo,
  describeOneself,
  introduce,
  look,
  main,
  press,
  reachTimes,
  takeTime,
} from '../support/portal.ts';
import { buildRoad, type Road } from '../support/road.ts';

let clinic: Clinic;
let portal: Server;
let mail: MailServer;
let road: Road;

test.beforeAll(async () => {
  mail = await startMailServer();
  clinic = await openClinic({ variables: { SMTP_URL: mail.url, REMINDER_TICK_SECONDS: '1' } });
  road = await buildRoad(clinic.url);
  portal = await clinic.startPortal({ API_URL: road.url });
});
test.afterAll(async () => {
  road?.stop();
  await clinic?.close();
  await mail?.stop();
});

const open = async (browser: Browser): Promise<Page> => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: portal.url,
    viewport: { width: 390, height: 844 },
  });
  return context.newPage();
};
const booked = async (): Promise<number> =>
  (await clinic.db.query(`select count(*)::int as n from appointments where booked_via = 'portal'`))
    .rows[0].n;
const away = /server does not answer. Your answers are kept/;
const expectAway = (page: Page) => expect(page.getByRole('alert')).toContainText(away);

/** Books as a guest. */
const bookAs = async (page: Page, email: string, nth: number) => {
  await reachTimes(page);
  await takeTime(page, nth);
  await introduce(page, email);
  await page.getByLabel('Code').fill(await codeTo(mail, email));
  await press(page, /Continue/);
  await press(page, /Confirm the booking/);
  await expect(page.getByRole('heading', { name: 'Your visit is booked' })).toBeVisible();
};

test('while the clinic’s server is away or slow every page says so and keeps what was typed, and the visit is booked once', async ({
  browser,
}) => {
  const page = await open(browser);
  const email = 'patient-guest@guests.test';
  await reachTimes(page);
  await chooseTime(page, 0);
  road.weather('closed');
  await press(page, /Continue/);
  await expectAway(page);
  await look(page, 'unreachable');
  road.weather('fair');
  await press(page, /Try again/);
  await expect(page.getByRole('heading', { name: 'Your details' })).toBeVisible();

  await describeOneself(page, email);
  road.weather('closed');
  await press(page, /Send me the code/);
  await expectAway(page);
  for (const [label, value] of [
    ['First name', 'Ileana'],
    ['Year', '1986'],
    ['E-mail address', email],
  ])
    await expect(page.getByLabel(label ?? '', { exact: true })).toHaveValue(value ?? '');
  road.weather('fair');
  await press(page, /Send me the code/);
  await page.getByLabel('Code').fill(await codeTo(mail, email));
  road.weather('slow');
  await press(page, /Continue/);
  await expectAway(page);
  await expect(page.getByLabel('Code')).toHaveValue(/^\d{6}$/);
  road.weather('fair');
  await press(page, /Continue/);

  const before = await booked();
  await page.getByLabel('What brings you in?').fill('Typed once');
  road.weather('losing answers');
  await press(page, /Confirm the booking/);
  await expectAway(page);
  await expect(page.getByLabel('What brings you in?')).toHaveValue('Typed once');
  expect(await booked()).toBe(before + 1);
  road.weather('fair');
  await press(page, /Confirm the booking/);
  await expect(page.getByRole('heading', { name: 'Your visit is booked' })).toBeVisible();
  expect(await booked()).toBe(before + 1);
  await page.context().close();
});

test('a late cancellation is told to be one before it counts, and a time too far ahead has nearer ones', async ({
  browser,
}) => {
  const page = await open(browser);
  await bookAs(page, 'late@guests.test', 1);
  const home = page.url();
  await main(page).getByRole('link', { name: 'Cancel' }).click();
  await expect(page.getByText('counts as a late cancellation')).toHaveCount(0);
  await page.getByLabel('Why do you cancel?').fill('I am ill');
  // Days go by while the page is open: for this type it is late now.
  const last = (column: string) =>
    `(select ${column} from appointments where booked_via = 'portal' order by id desc limit 1)`;
  await clinic.db.query(
    `update appointment_types set cancellation_window_hours = 2000, late_cancellation = 'allow'
     where id = (select appointment_type_id from appointments_appointment_type_lnk where appointment_id = ${last('id')})`,
  );
  await press(page, /^Cancel the visit$/);
  await expect(page.getByRole('alert')).toContainText('has become late');
  await expect(page.getByText('counts as a late cancellation')).toBeVisible();
  await expect(page.getByLabel('Why do you cancel?')).toHaveValue('I am ill');
  await look(page, 'cancel-late');
  await page.goto(home);
  await expect(main(page).getByText('counts as a late cancellation')).toBeVisible();
  await expect(main(page).getByRole('link', { name: 'Move' })).toHaveCount(0);
  await look(page, 'manage-late');
  await main(page).getByRole('link', { name: 'Cancel' }).click();
  await page.getByLabel('Why do you cancel?').fill('I am ill');
  await press(page, /Cancel although it is late/);
  await expect(page.getByText('Your visit is cancelled.')).toBeVisible();
  await look(page, 'manage-cancelled');
  const { rows } = await clinic.db.query(
    `select status, cancelled_late as late from appointments where id = ${last('id')}`,
  );
  expect(rows).toEqual([{ status: 'cancelled', late: true }]);

  // An address that somebody kept, with a time of another decade.
  await reachTimes(page);
  const value = await takeTime(page, 2);
  await expect(page.getByRole('heading', { name: /details/ })).toBeVisible();
  const far = new URL(page.url());
  far.pathname = '/en/book/check';
  far.searchParams.set('slot', `2044-03-07T10:00:00Z~${value.split('~')[1]}`);
  await page.goto(far.href);
  const before = await booked();
  await press(page, /Confirm the booking/);
  await expect(page.getByRole('alert')).toContainText('further ahead than can be booked');
  await expect(page.getByRole('radio')).toHaveCount(3);
  await look(page, 'check-too-far');
  await press(page, /Confirm the booking/);
  await expect(page.getByRole('heading', { name: 'Your visit is booked' })).toBeVisible();
  expect(await booked()).toBe(before + 1);
  await page.context().close();
});
