import { expect, type Page, test } from '@playwright/test';
import { barriers, signInToPanel } from '../support/browser.ts';
import { type Clinic, openClinic } from '../support/clinic.ts';
import { type MailServer, startMailServer } from '../support/mail.ts';
import { staffWith } from '../support/people.ts';

let clinic: Clinic;
let mail: MailServer;
let patient: { id: string; name: string; born: string };

/** Somebody of Cluj whom București has never seen. */
test.beforeAll(async () => {
  mail = await startMailServer();
  clinic = await openClinic({ variables: { SMTP_URL: mail.url } });
  const { rows } = await clinic.db.query(
    `select p.document_id as id, concat_ws(' ', p.first_name, p.last_name) as name,
       to_char(p.date_of_birth, 'YYYY-MM-DD') as born
     from patients p where p.date_of_birth is not null
       and (select count(*) from patients q where q.last_name = p.last_name and q.first_name = p.first_name) = 1
       and (select array_agg(distinct l.city) from patient_locations k join locations l on l.id = k.location_id
         where k.patient_id = p.id) = array['Cluj-Napoca']::varchar[]
     order by p.id limit 1`,
  );
  [patient] = rows;
});
test.afterAll(async () => {
  await clinic.close();
  await mail.stop();
});

const pictures = process.env.PICTURES;

/** Looks at a part of the page, wide and narrow, light and dark; with PICTURES set to a folder, keeps what it sees. */
const look = async (page: Page, name: string, within = 'main') => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 1000 });
      await expect
        .poll(() =>
          page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          ),
        )
        .toBe(0);
      expect(await barriers(page, { within }), `${name}, ${colorScheme}, ${width}`).toEqual([]);
      if (pictures)
        await page.screenshot({
          path: `${pictures}/${name}-${colorScheme}-${width}.png`,
          fullPage: true,
        });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
};

const go = (page: Page, path: string) => page.goto(`${clinic.url}/admin/plugins/${path}`);

test('the desk of București neither finds nor opens a patient of Cluj', async ({ page }) => {
  await signInToPanel(page, clinic.url, 'nord@enamel.test');
  await go(page, `access/patients?q=${encodeURIComponent(patient.name)}`);
  await expect(page.getByText(`Nobody found for “${patient.name}”`)).toBeVisible();
  await go(page, `access/patients/${patient.id}`);
  await expect(page.getByText('There is no such patient.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ask for a location' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Try again|emergency/ })).toHaveCount(0);
  await look(page, 'foreign-patient');
  const said = await page.getByRole('main').textContent();
  await go(page, 'access/patients/nobody-has-this-id');
  await expect(page.getByText('There is no such patient.')).toBeVisible();
  expect(await page.getByRole('main').textContent()).toBe(said);
  const record = `/content-manager/collection-types/api::patient.patient/${patient.id}`;
  const form = page.waitForResponse((answer) => new URL(answer.url()).pathname === record);
  await page.goto(`${clinic.url}/admin${record}`);
  expect((await form).status()).toBe(404);
  await expect(page.getByText(patient.name)).toHaveCount(0);
  const asked = page.waitForResponse((answer) => answer.url().includes('/scheduling/calendar?'));
  await go(page, 'scheduling/calendar');
  const sheet = (await (await asked).json()) as { data: { location: string } };
  const { rows } = await clinic.db.query('select city from locations where document_id = $1', [
    sheet.data.location,
  ]);
  expect(rows[0].city).toBe('București');
  await expect(page.getByText('Smile Cluj Centru')).toHaveCount(0);
  await go(page, 'access/scope');
  await expect(page.getByRole('button', { name: 'Open a record in an emergency' })).toHaveCount(0);
});

test('a dentist opens a record in an emergency, the admin hears of it, and it is ended', async ({
  page,
  browser,
}) => {
  const { rows } = await clinic.db.query(
    `select id from locations where city = 'București' limit 1`,
  );
  const dentist = await staffWith(clinic, 'dentist');
  await clinic.db.query(
    'update staff_places set location_id = $1 where user_id = (select id from admin_users where email = $2)',
    [rows[0].id, dentist],
  );
  await signInToPanel(page, clinic.url, dentist);
  await go(page, 'access/scope');
  await expect(page.getByText('No record was opened in an emergency')).toBeVisible();
  await look(page, 'openings-none');
  await go(page, `access/patients/${patient.id}`);
  const ask = page.getByRole('button', { name: 'Open a record in an emergency' });
  await ask.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Full name').press('Escape');
  await expect(ask).toBeFocused();
  await ask.click();
  await dialog.getByLabel('Full name').fill(patient.name.toUpperCase());
  await dialog.getByLabel('Date of birth').fill(patient.born);
  const act = dialog.getByRole('button', { name: 'Open for one hour' });
  await dialog.getByLabel('Reason').fill('too short');
  await act.click();
  await expect(dialog.getByText('Please write at least 10 characters.')).toBeVisible();
  await dialog.getByLabel('Reason').fill('Collapsed in the waiting room');
  await look(page, 'opening', '[role=dialog]');
  await act.click();
  await expect(page.getByRole('heading', { name: patient.name })).toBeVisible();

  const alarm = await mail.waitFor('admin@enamel.test');
  expect(alarm.subject).toBe('A record was opened in an emergency');
  expect(alarm.text).not.toContain(patient.name);

  const other = await browser.newContext();
  const admin = await other.newPage();
  await signInToPanel(admin, clinic.url, 'admin@enamel.test');
  const widget = admin.getByRole('region', { name: 'Records opened in an emergency' });
  await expect(widget.getByRole('row').filter({ hasText: patient.name })).toContainText(
    'Collapsed in the waiting room',
  );
  await go(admin, 'access/scope');
  const line = admin.getByRole('row').filter({ hasText: patient.name });
  await expect(line).toContainText('Open now');
  await look(admin, 'openings');
  await line.getByRole('button', { name: 'End now' }).click();
  await expect(line).toContainText('Ended');
  await line.getByRole('button', { name: 'Mark as seen' }).click();
  await expect(line).toContainText('Ended, seen');
  await other.close();

  await page.reload();
  await expect(page.getByText('There is no such patient.')).toBeVisible();
});

test('a colleague asks for a location, and is let in there', async ({ page, browser }) => {
  await signInToPanel(page, clinic.url, 'nord@enamel.test');
  await go(page, 'access/scope');
  await page.getByRole('button', { name: 'Ask for a location' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').click();
  await page.getByRole('option', { name: 'Smile Cluj Centru' }).click();
  await dialog.getByLabel('Reason').fill('I stand in for Diana next week');
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Smile Cluj Centru' })).toContainText(
    'Waits for an answer',
  );
  const other = await browser.newContext();
  const manager = await other.newPage();
  await signInToPanel(manager, clinic.url, 'manager@enamel.test');
  await go(manager, 'access/scope');
  const line = manager.getByRole('row').filter({ hasText: 'I stand in for Diana' });
  await line.getByRole('button', { name: 'Approve' }).click();
  await expect(line).toContainText('Approved by Simona Pavel');
  await other.close();
  await go(page, `access/patients/${patient.id}`);
  await expect(page.getByRole('heading', { name: patient.name })).toBeVisible();
});

test('the clinic admin says who works where', async ({ page }) => {
  await signInToPanel(page, clinic.url, 'admin@enamel.test');
  await go(page, 'access/scope');
  const line = page.getByRole('row').filter({ hasText: 'assistant@enamel.test' });
  await expect(line).toContainText('Smile Cluj Centru');
  await line.getByRole('combobox').click();
  await page.getByRole('option', { name: 'Smile București Nord' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Saved for Bianca Moldovan').first()).toBeVisible();
  await expect(
    page.getByRole('row').filter({ hasText: 'admin@enamel.test' }).first(),
  ).toContainText('Sees everybody by their role');
  await look(page, 'who-works-where');
});

test('the desk shares a patient with a further location', async ({ page }) => {
  await signInToPanel(page, clinic.url, 'desk@enamel.test');
  await go(page, `access/patients/${patient.id}`);
  await page.getByRole('tab', { name: 'Locations' }).click();
  const line = page.getByRole('row').filter({ hasText: 'Smile București Nord' });
  await expect(line).toContainText('does not know of them');
  await look(page, 'places');
  await line.getByRole('button', { name: 'Share' }).click();
  await expect(line).toContainText('sharing');
  await line.getByRole('button', { name: 'Stop sharing' }).click();
  await expect(line).toContainText('does not know of them');
});
