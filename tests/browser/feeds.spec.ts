import { type Browser, expect, type Page, test } from '@playwright/test';
import { barriers, signInToPanel } from '../support/browser.ts';
import { readCalendar } from '../support/calendars.ts';
import { type Clinic, openClinic, type Server } from '../support/clinic.ts';
import { password, staffToken, staffWith } from '../support/people.ts';
import { openVisit } from './journey/staff.ts';

let clinic: Clinic;
let portal: Server;

test.beforeAll(async () => {
  clinic = await openClinic();
  portal = await clinic.startPortal();
});
test.afterAll(() => clinic.close());

/** A browser without scripts: what works here works for everybody. */
const plainPage = async (browser: Browser, width: number): Promise<Page> => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: portal.url,
    viewport: { width, height: 900 },
  });
  return context.newPage();
};

const inUse = async () =>
  (await clinic.db.query('select count(*)::int as n from calendar_feeds where revoked_at is null'))
    .rows[0].n as number;

test('a patient takes all visits into the own calendar, and ends it again', async ({ browser }) => {
  const page = await plainPage(browser, 390);
  await page.goto('/en/sign-in');
  await page.getByLabel('E-mail address').fill('patient@enamel.test');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'All my visits in my own calendar' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'All my visits in my own calendar',
  );
  await page.getByRole('button', { name: 'Make a link' }).click();
  const url = await page.getByLabel('Or copy the link').inputValue();
  await expect(page.getByRole('link', { name: 'Add to your calendar' })).toHaveAttribute(
    'href',
    url.replace('http:', 'webcal:'),
  );
  const feed = await fetch(url);
  expect(readCalendar(await feed.text()).events.length).toBeGreaterThan(0);

  // The address is shown this once.
  await page.goto('/en/visits/feed');
  await expect(page.getByLabel('Or copy the link')).toHaveCount(0);
  await expect(page.getByText('last read by a calendar on')).toBeVisible();
  await page.getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByRole('status')).toContainText('The link is revoked.');
  expect((await fetch(url)).status).toBe(404);
  expect(await inUse()).toBe(0);
  await page.context().close();
});

test('the portal’s page has no barriers, with and without a link', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: portal.url });
  const page = await context.newPage();
  await page.goto('/ro/sign-in');
  await page.getByLabel('Adresa de e-mail').fill('patient@enamel.test');
  await page.getByLabel('Parola').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Autentificare' }).click();
  await page.waitForURL(/visits$/);
  await page.goto('/ro/visits/feed');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Creează un link' }).click();
  await expect(page.getByText('Linkul este gata')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await context.close();
});

test('the desk makes a link of a location, sees who reads it and revokes it', async ({ page }) => {
  await signInToPanel(page, clinic.url, await staffWith(clinic, 'clinic-admin'));
  await page.goto(`${clinic.url}/admin/plugins/scheduling/feeds`);
  await expect(page.getByRole('heading', { name: 'Calendar links' })).toBeVisible();
  await page.getByRole('button', { name: 'Make a link' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Make a link' }).click();
  await expect(dialog.getByText('This is needed')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Whose calendar' }).click();
  await page
    .getByRole('option', { name: /Location/ })
    .first()
    .click();
  await dialog.getByRole('button', { name: 'Make a link' }).click();
  const url = await dialog.getByLabel('Link', { exact: true }).inputValue();
  expect(await barriers(page, { wcagOnly: true })).toEqual([]);
  expect((await fetch(url)).status).toBe(200);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.reload();
  const row = page.getByRole('row').filter({ hasText: 'Location' });
  await expect(row).toContainText('by Test clinic-admin');
  await expect(row).toContainText('Read ');
  expect(await barriers(page, { wcagOnly: true })).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await barriers(page, { wcagOnly: true })).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await row.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(row).toHaveCount(0);
  expect((await fetch(url)).status).toBe(404);
});

test('the calendar tells who took a visit from state to state', async ({ page }) => {
  const { rows } = await clinic.db.query(
    `select a.document_id as id, l.document_id as location,
       to_char(a.starts_at at time zone 'UTC' at time zone l.zone, 'YYYY-MM-DD') as date, p.full_name as name
     from appointments a join appointments_location_lnk al on al.appointment_id = a.id
     join locations l on l.id = al.location_id join appointments_patient_lnk ap on ap.appointment_id = a.id
     join patients p on p.id = ap.patient_id
     where a.status = 'confirmed' and a.starts_at > now() + interval '1 day' order by a.starts_at limit 1`,
  );
  const [visit] = rows;
  const token = await staffToken(clinic, 'front-desk');
  const arrived = await fetch(`${clinic.url}/scheduling/appointments/${visit.id}/status`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ to: 'arrived' }),
  });
  expect(arrived.status).toBe(200);
  await signInToPanel(page, clinic.url, await staffWith(clinic, 'clinic-admin'));
  await openVisit(page, clinic.url, { ...visit, start: visit.date });
  const panel = page.getByRole('complementary', { name: 'Visit' });
  await panel.getByText('History').click();
  await expect(panel.getByRole('listitem').last()).toContainText('Now arrived');
  await expect(panel.getByRole('listitem').last()).toContainText('Test front-desk');
  expect(await barriers(page, { within: 'aside', wcagOnly: true })).toEqual([]);
});
