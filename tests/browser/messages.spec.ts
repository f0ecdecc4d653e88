import { expect, type Page, test } from '@playwright/test';
import { barriers, signInToPanel } from '../support/browser.ts';
import { type Clinic, openClinic } from '../support/clinic.ts';
import { password } from '../support/people.ts';

let clinic: Clinic;

test.beforeAll(async () => {
  clinic = await openClinic();
});
test.afterAll(() => clinic.close());

const ask = async (path: string, options: RequestInit = {}) => {
  const answer = await fetch(`${clinic.url}/api/${path}`, {
    ...options,
    headers: { 'content-type': 'application/json', ...options.headers },
  });
  expect(answer.ok, `${path}: ${answer.status}`).toBe(true);
  return answer.json();
};

/** The demo patient books the first free check-up of the first location; the clinic keeps the confirmation. */
const bookOnline = async () => {
  const { data: catalogue } = await ask('scheduling/catalogue?language=en');
  const [type] = catalogue.appointmentTypes;
  const [location] = catalogue.locations;
  const { rows } = await clinic.db.query(`select to_char(current_date + 10, 'YYYY-MM-DD') as day`);
  const query = new URLSearchParams({
    appointmentType: type.documentId,
    location: location.documentId,
    from: rows[0].day,
    days: '14',
  });
  const { data: slots } = await ask(`scheduling/slots?${query}`);
  const { jwt } = await ask('auth/local', {
    method: 'POST',
    body: JSON.stringify({ identifier: 'patient@enamel.test', password }),
  });
  await ask('scheduling/bookings', {
    method: 'POST',
    headers: { authorization: `Bearer ${jwt}` },
    body: JSON.stringify({
      appointmentType: type.documentId,
      location: location.documentId,
      practitioner: slots[0].practitioner,
      start: slots[0].start,
    }),
  });
};

const expectAccessible = async (page: Page, where: string) =>
  expect(await barriers(page, { wcagOnly: true }), where).toEqual([]);

test('the desk finds a message, reads it as the patient does and sees what happened to it', async ({
  page,
}) => {
  await bookOnline();
  await expect
    .poll(async () => {
      const { rows } = await clinic.db.query(
        `select state from deliveries where recipient = 'patient@enamel.test' and event like '%booked%'`,
      );
      return rows[0]?.state;
    })
    .toBe('kept');
  await signInToPanel(page, clinic.url, 'desk@enamel.test');
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    const on = `at ${width}`;
    await page.setViewportSize({ width, height });
    await page.goto(`${clinic.url}/admin/plugins/reminders/messages`);
    const rows = page.locator('tbody tr').filter({ hasText: 'Ana Marin' });
    await expect(page.locator('tbody').getByRole('link').first()).toBeVisible();
    await expectAccessible(page, `messages ${on}`);

    await page.getByRole('combobox', { name: 'Channel' }).click();
    await page.getByRole('option', { name: 'E-mail' }).click();
    await expect(page).toHaveURL(/channel=email/);
    await page.getByPlaceholder('Search by patient').fill('patient@enamel.test');
    await expect(page).toHaveURL(/search=patient%40enamel.test/);
    await expect(rows.filter({ hasText: 'Kept' }).first()).toContainText('patient@enamel.test');
    await expectAccessible(page, `filtered messages ${on}`);
    await page.reload();
    await expect(page.getByRole('combobox', { name: 'Channel' })).toContainText('E-mail');

    await rows.getByRole('link', { name: 'Ana Marin' }).first().click();
    await expect(page.frameLocator('iframe').getByText('Ana').first()).toBeVisible();
    await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible();
    // The letter's own frame runs no script, axe's neither: the page is looked at with the plain text.
    await page.getByRole('tab', { name: 'Plain text' }).click();
    await expectAccessible(page, `message in plain text ${on}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);

    await page.goBack();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(page).toHaveURL(/messages$/);
  }
});
