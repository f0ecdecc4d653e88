import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { signInToPanel } from '../support/browser.ts';
import { type Clinic, openClinic } from '../support/clinic.ts';
import { expectFineEverywhere } from '../support/looks.ts';
import { type MadePatient, makePatient, patientToken } from '../support/patients.ts';
import { password, staffWith } from '../support/people.ts';

let clinic: Clinic;
let portal: string;
let patient: MadePatient;

const picture = readFileSync(join(import.meta.dirname, '../../database/demo/catalogue/logo.png'));
const paper = Buffer.from(
  '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  clinic = await openClinic();
  portal = (await clinic.startPortal()).url;
  patient = await makePatient(clinic);
  await patientToken(clinic, patient);
});
test.afterAll(() => clinic.close());

test('the dentist adds an X-ray and a letter, looks at one and takes the other home', async ({
  page,
}) => {
  await signInToPanel(page, clinic.url, await staffWith(clinic, 'dentist'));
  await page.goto(`${clinic.url}/admin/plugins/access/patients/${patient.documentId}/files`);
  await expect(page.getByText('No files yet')).toBeVisible();
  await page.getByRole('button', { name: 'Add files' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add files' });
  await dialog.getByLabel('Files').setInputFiles([
    { name: 'X-ray 46.png', mimeType: 'image/png', buffer: picture },
    { name: 'letter.pdf', mimeType: 'application/pdf', buffer: paper },
    { name: 'page.png', mimeType: 'image/png', buffer: Buffer.from('<html></html>') },
  ]);
  await expectFineEverywhere(page, 'add');
  await dialog.getByRole('button', { name: 'Add files' }).click();
  await expect(dialog).toContainText('page.png: Only PNG and JPEG pictures');
  await expect(page.getByText('2 files were added.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await expectFineEverywhere(page, 'list');

  await page.getByRole('button', { name: 'X-ray 46.png', exact: true }).click();
  const shown = page.getByRole('dialog', { name: 'X-ray 46.png' }).getByRole('img');
  await expect
    .poll(() => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  await expectFineEverywhere(page, 'picture');
  await page.getByRole('button', { name: 'Close', exact: true }).last().click();

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'letter.pdf', exact: true }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('letter.pdf');
  expect(readFileSync(await saved.path())).toEqual(paper);
});

test('the patient opens them in the portal', async ({ page }) => {
  await page.goto(`${portal}/en/sign-in?next=/en/teeth`);
  await page.getByLabel('E-mail address').fill(`${patient.documentId}@patients.test`);
  await page.getByLabel('Password').fill(password);
  await page.locator('main').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'X-rays, photos and letters' }).click();
  await expect(page.getByRole('heading', { name: 'Pictures and papers', level: 1 })).toBeVisible();
  await expectFineEverywhere(page, 'portal');
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'letter.pdf' }).click();
  expect(readFileSync(await (await saving).path())).toEqual(paper);
  const address = await page.getByRole('link', { name: 'X-ray 46.png' }).getAttribute('href');
  const opened = await page.request.get(`${portal}${address}`);
  expect(await opened.body()).toEqual(picture);
  expect(opened.headers()['cache-control']).toBe('private, no-store');
  expect(opened.headers()['x-content-type-options']).toBe('nosniff');
});

test('the dentist removes a file, after being asked', async ({ page }) => {
  await signInToPanel(page, clinic.url, await staffWith(clinic, 'dentist'));
  await page.goto(`${clinic.url}/admin/plugins/access/patients/${patient.documentId}/files`);
  await page.getByRole('button', { name: 'Remove letter.pdf' }).click();
  const asked = page.getByRole('alertdialog');
  await expect(asked).toContainText('letter.pdf will be gone for good');
  await expectFineEverywhere(page, 'remove');
  await asked.getByRole('button', { name: 'Remove the file' }).click();
  await expect(page.getByRole('button', { name: 'letter.pdf', exact: true })).toBeHidden();
  await expect(page.getByRole('button', { name: 'X-ray 46.png', exact: true })).toBeVisible();
});
