import { expect, type Page, test } from '@playwright/test';
import { barriers, signInToPanel } from '../support/browser.ts';
import { type Clinic, openClinic } from '../support/clinic.ts';

let clinic: Clinic;
/** A patient of thirty without anything in the chart. */
let patient: string;

test.beforeAll(async () => {
  clinic = await openClinic();
  const { rows } = await clinic.db.query(
    `insert into patients (document_id, first_name, last_name, date_of_birth, created_at, updated_at)
     values ('p' || left(md5(random()::text), 23), 'Ilinca', 'Munteanu', current_date - interval '30 years', now(), now())
     returning document_id as id`,
  );
  patient = rows[0].id;
});
test.afterAll(async () => {
  await clinic?.close();
});

const signIn = (page: Page, email: string) => signInToPanel(page, clinic.url, email);

const openChart = async (page: Page) => {
  await page.goto(`${clinic.url}/admin/plugins/access/patients/${patient}/chart`);
  await expect(page.locator('.odo-sheet')).toBeVisible();
};

const tooth = (page: Page, number: string) => page.locator(`[data-tooth="${number}"]`);

test('a dentist records caries by keyboard alone, plans a filling, completes it and takes it back', async ({
  page,
}) => {
  await signIn(page, 'dentist@enamel.test');
  await openChart(page);
  await expect(page.locator('[data-tooth]')).toHaveCount(32);
  await expect(tooth(page, '46')).toHaveAccessibleName(
    '46, lower right first molar: nothing recorded',
  );

  await tooth(page, '18').focus();
  for (const key of ['4', '6', 'm', 'o']) await page.keyboard.press(key);
  await expect(tooth(page, '46')).toBeFocused();
  await expect(page.getByRole('button', { name: '46 mesial' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Caries', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(tooth(page, '46')).toHaveAccessibleName(
    '46, lower right first molar: mesial finding; occlusal finding',
  );
  await expect(tooth(page, '46')).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Caries', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Filling', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  const price = page.getByLabel(/^Price/);
  await expect(price).toBeFocused();
  await price.fill('350');
  await page.keyboard.press('Enter');
  await expect(tooth(page, '46')).toHaveAccessibleName(
    '46, lower right first molar: mesial finding, planned; occlusal finding, planned',
  );

  const complete = page.getByRole('button', { name: 'Complete: Filling 46 MO' });
  await complete.focus();
  await page.keyboard.press('Enter');
  await expect(tooth(page, '46')).toHaveAccessibleName(
    '46, lower right first molar: mesial treated; occlusal treated',
  );
  // The picture runs ahead of the answer.
  const stored = async () =>
    (
      await clinic.db.query(
        `select t.status, t.total_price, t.surfaces, t.completed_at is not null as completed from treatments t
         join treatments_patient_lnk l on l.treatment_id = t.id join patients p on p.id = l.patient_id
         where p.document_id = $1`,
        [patient],
      )
    ).rows;
  await expect
    .poll(stored)
    .toEqual([{ status: 'completed', total_price: 35000, surfaces: 'MO', completed: true }]);
  expect(await barriers(page, { within: 'main' })).toEqual([]);

  await page.getByRole('button', { name: 'Undo: Filling 46 MO' }).click();
  await expect(tooth(page, '46')).toHaveAccessibleName(
    '46, lower right first molar: mesial finding, planned; occlusal finding, planned',
  );

  await page.getByRole('tab', { name: 'Treatments' }).click();
  await expect(page.getByRole('row', { name: /Filling.*46 MO.*Planned/ })).toBeVisible();
  expect(await barriers(page, { within: 'main' })).toEqual([]);
});

test('arrows walk the arches and a refusal is told and takes the picture back', async ({
  page,
}) => {
  await signIn(page, 'dentist@enamel.test');
  await openChart(page);
  await tooth(page, '18').focus();
  await page.keyboard.press('ArrowRight');
  await expect(tooth(page, '17')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(tooth(page, '47')).toBeFocused();
  await page.keyboard.press('End');
  await expect(tooth(page, '38')).toBeFocused();

  await page.route('**/charting/patients/*/findings', (route) =>
    route.fulfill({
      status: 409,
      json: { data: null, error: { status: 409, code: 'TOOTH_MISSING', message: 'Gone' } },
    }),
  );
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText('This tooth is not there any more.')).toBeVisible();
  await expect(tooth(page, '38')).toHaveAccessibleName(/nothing recorded/);
});

test('on a phone in Romanian and in the dark the chart is whole', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.addInitScript(() => localStorage.setItem('STRAPI_THEME', 'dark'));
  await clinic.db.query(
    `update admin_users set prefered_language = 'ro' where email = 'assistant@enamel.test'`,
  );
  await signIn(page, 'assistant@enamel.test');
  await openChart(page);
  await tooth(page, '11').click();
  await expect(page.getByRole('heading', { name: '11' })).toBeVisible();
  await expect(page.getByText('incisiv central superior drept')).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  expect(await barriers(page, { within: 'main' })).toEqual([]);
  await context.close();
});

test('the front desk has no chart', async ({ page }) => {
  await signIn(page, 'desk@enamel.test');
  await page.goto(`${clinic.url}/admin/plugins/access/patients/${patient}`);
  await expect(page.getByRole('tab', { name: 'Summary' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Chart' })).toHaveCount(0);
});
