import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { barriers, signInToPanel } from '../support/browser.ts';
import { type Clinic, openClinic } from '../support/clinic.ts';
import {
  completedTreatment,
  type MadePatient,
  makePatient,
  patientToken,
} from '../support/patients.ts';
import { password, staffWith } from '../support/people.ts';

let clinic: Clinic;
let portal: string;
let patient: MadePatient;

test.beforeAll(async () => {
  clinic = await openClinic();
  portal = (await clinic.startPortal()).url;
  patient = await makePatient(clinic);
  await patientToken(clinic, patient);
});
test.afterAll(() => clinic.close());

const signIn = async (page: Page, { documentId } = patient) => {
  await page.goto(`${portal}/en/sign-in?next=/en/privacy`);
  await page.getByLabel('E-mail address').fill(`${documentId}@patients.test`);
  await page.getByLabel('Password').fill(password);
  await page.locator('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Your data', level: 1 })).toBeVisible();
};

/** Looks at the page on a desk and on a phone. */
const look = async (page: Page, name: string) => {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: test.info().outputPath(`${name}-${width}.png`), fullPage: true });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
};

/** Asks for a copy, waits until it is there and saves it. @returns the files of the archive */
const takeCopy = async (page: Page): Promise<Record<string, Uint8Array>> => {
  await page.getByRole('button', { name: 'Make a copy' }).click();
  await expect(page.getByRole('status')).toContainText('We are making your copy');
  await expect(async () => {
    await page.goto(`${portal}/en/privacy`);
    await expect(page.getByRole('link', { name: 'Download' })).toBeVisible({ timeout: 500 });
  }).toPass();
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe('my-data.zip');
  return unzipSync(new Uint8Array(readFileSync(await file.path())));
};

test('a patient takes a copy of their data home', async ({ page }) => {
  await signIn(page);
  expect(await barriers(page)).toEqual([]);
  const files = await takeCopy(page);
  const { data } = JSON.parse(strFromU8(files['data.json'] as Uint8Array));
  expect(data.person[0].lastName).toBe('Story');
  expect(strFromU8(files['summary.pdf'] as Uint8Array, true)).toMatch(/^%PDF-/);
  expect(await barriers(page)).toEqual([]);
  await look(page, 'portal-copy');
});

test('the desk makes a copy for a patient', async ({ page }) => {
  await signInToPanel(page, clinic.url, await staffWith(clinic, 'clinic-admin'));
  await page.goto(`${clinic.url}/admin/plugins/access/patients/${patient.documentId}/privacy`);
  await page.getByRole('button', { name: 'Make a copy' }).click();
  await expect(page.getByRole('button', { name: 'Download' })).toHaveCount(2);
  expect(await barriers(page, { within: 'main' })).toEqual([]);
  await look(page, 'panel-copy');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).first().click();
  expect((await saving).suggestedFilename()).toBe('my-data.zip');
  await expect(page.getByRole('main')).toContainText('downloaded once');
});

test('a patient agrees to something and takes it back, and the desk sees it', async ({
  page,
  browser,
}) => {
  await clinic.db.query(
    `insert into consents (document_id, key, language, title, text, governs, active, created_at, updated_at, published_at)
     values ('c-photos', 'photos', 'en', 'Photos of your teeth',
       'We may show them, without your name, to other patients.', 'nothing', true, now(), now(), now())`,
  );
  await signIn(page);
  await page.getByRole('button', { name: /^I agree/ }).click();
  await expect(page.getByRole('status')).toContainText('we have written it down');
  await expect(page.getByRole('main')).toContainText('You agreed on');
  expect(await barriers(page)).toEqual([]);
  await look(page, 'portal-consents');
  await page.getByRole('button', { name: /^Withdraw/ }).click();
  await expect(page.getByRole('main')).toContainText('You withdrew it on');

  const panel = await (await browser.newContext()).newPage();
  await signInToPanel(panel, clinic.url, await staffWith(clinic, 'clinic-admin'));
  await panel.goto(`${clinic.url}/admin/plugins/access/patients/${patient.documentId}/privacy`);
  const line = panel.getByRole('listitem').filter({ hasText: 'Photos of your teeth' });
  await expect(line).toContainText('Withdrawn');
  await line.getByRole('button', { name: 'They agree' }).click();
  await expect(line).toContainText('Noted by Test clinic-admin');
  expect(await barriers(panel, { within: 'main' })).toEqual([]);
  await look(panel, 'panel-privacy');
});

test('the clinic holds a record before anybody asks, and lets it go again', async ({ page }) => {
  await signInToPanel(page, clinic.url, await staffWith(clinic, 'clinic-admin'));
  await page.goto(`${clinic.url}/admin/plugins/access/patients/${patient.documentId}/privacy`);
  await page.getByRole('button', { name: 'Legal hold' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Put the hold' }).click();
  await expect(dialog.getByText('Please say why.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Court case 12/2026');
  await dialog.getByRole('button', { name: 'Put the hold' }).click();
  await expect(page.getByRole('note')).toContainText('Court case 12/2026');
  expect(await barriers(page, { within: 'main' })).toEqual([]);
  await look(page, 'panel-held');
  await page.getByRole('button', { name: 'Lift the legal hold' }).click();
  await expect(page.getByRole('note')).toHaveCount(0);
});

test('a patient takes a copy home and asks to be erased, and the admin answers it', async ({
  page,
  browser,
}) => {
  const leaving = await makePatient(clinic);
  await patientToken(clinic, leaving);
  await completedTreatment(clinic, leaving, {});
  await signIn(page, leaving);
  const files = await takeCopy(page);
  const { data } = JSON.parse(strFromU8(files['data.json'] as Uint8Array));
  expect(data.treatments).toHaveLength(1);
  await page.getByRole('button', { name: 'Ask to be erased' }).click();
  await expect(page.locator('main')).toContainText('Tick the box');
  expect(await barriers(page)).toEqual([]);
  await page.getByLabel('Yes, ask the clinic to erase my data').check();
  await page.getByRole('button', { name: 'Ask to be erased' }).click();
  await expect(page.getByRole('status')).toContainText('The clinic has your request');
  expect(await barriers(page)).toEqual([]);
  await look(page, 'portal-erasure');

  const panel = await (await browser.newContext()).newPage();
  await signInToPanel(panel, clinic.url, await staffWith(clinic, 'clinic-admin'));
  await expect(panel.getByRole('main')).toContainText('One patient asks to be erased');
  expect(await barriers(panel, { within: 'main' })).toEqual([]);
  await look(panel, 'panel-home');
  await panel.getByRole('link', { name: 'Answer them' }).click();
  await expect(panel.getByRole('link', { name: 'Ștefania Story' })).toBeVisible();
  expect(await barriers(panel, { within: 'main' })).toEqual([]);
  await look(panel, 'panel-requests');
  await panel.getByRole('link', { name: 'Ștefania Story' }).click();
  await expect(panel.getByRole('row').filter({ hasText: 'Treatments' })).toContainText(
    'Stays until',
  );
  await expect(panel.getByRole('row').filter({ hasText: 'Portal account' })).toContainText('Goes');
  expect(await barriers(panel, { within: 'main' })).toEqual([]);
  await look(panel, 'panel-erasure');
  await panel.getByRole('button', { name: 'Erase', exact: true }).click();
  await look(panel, 'panel-sure');
  await panel.getByRole('button', { name: 'Erase for good' }).click();
  await expect(panel.getByRole('heading', { name: 'What stayed' })).toBeVisible();
  await expect(panel.getByRole('main')).not.toContainText('Story');
  expect(await barriers(panel, { within: 'main' })).toEqual([]);
  await look(panel, 'panel-erased');

  await page.goto(`${portal}/en/privacy`);
  await expect(page).toHaveURL(/sign-in/);
  await page.getByLabel('E-mail address').fill(`${leaving.documentId}@patients.test`);
  await page.getByLabel('Password').fill(password);
  await page.locator('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page).toHaveURL(/sign-in/);
});
