import { expect, type Page, test } from '@playwright/test';
import { barriers, signInToPanel } from '../support/browser.ts';
import { type Clinic, openClinic } from '../support/clinic.ts';
import { completedTreatment, makePatient } from '../support/patients.ts';
import { staffWith } from '../support/people.ts';

let clinic: Clinic;
test.beforeAll(async () => {
  clinic = await openClinic();
});
test.afterAll(() => clinic.close());

/** Of our own part of the page: the frame around it is not billing's. */
const isAccessible = async (page: Page, within: string) =>
  expect(await barriers(page, { within })).toEqual([]);

test('the desk bills a visit, takes the money in two parts and voids what was wrong', async ({
  page,
}) => {
  const patient = await makePatient(clinic);
  await completedTreatment(clinic, patient, { totalPrice: 30_000, toothNumber: '16' });
  await completedTreatment(clinic, patient, { totalPrice: 12_050 });
  await signInToPanel(page, clinic.url, await staffWith(clinic, 'front-desk'));
  await page.goto(`${clinic.url}/admin/plugins/access/patients/${patient.documentId}/invoices`);

  await page.getByRole('checkbox').nth(1).click();
  await page.getByRole('button', { name: /Issue invoice · .*(300|120\.50)/ }).click();
  const invoice = page.getByRole('article').first();
  await expect(invoice).toContainText('To be paid');
  await isAccessible(page, 'main');

  await invoice.getByRole('button', { name: /Take payment/ }).click();
  const dialog = page.getByRole('dialog');
  await isAccessible(page, '[role=dialog]');
  await dialog.getByLabel(/Amount/).fill('9999');
  await expect(dialog.getByRole('button', { name: 'Take payment' })).toBeDisabled();
  await dialog.getByLabel(/Amount/).fill('20.50');
  await dialog.getByRole('button', { name: /^Take .*20\.50/ }).click();
  await expect(invoice).toContainText('Partly paid');
  await invoice.getByRole('button', { name: /Take payment/ }).click();
  await dialog.getByRole('button', { name: /^Take / }).click();
  await expect(invoice).toContainText('Paid');
  await expect(invoice.getByRole('button', { name: /Take payment/ })).toHaveCount(0);

  await page.getByRole('button', { name: /Issue invoice/ }).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  const wrong = page.getByRole('article').filter({ hasText: 'To be paid' });
  await wrong.getByRole('button', { name: /^Void/ }).click();
  await dialog.getByLabel(/Reason/).fill('Billed too early');
  await dialog.getByRole('button', { name: 'Void invoice' }).click();
  await expect(page.getByText('Void: Billed too early')).toBeVisible();
  await expect(page.getByRole('button', { name: /Issue invoice/ })).toBeVisible();

  await page.goto(`${clinic.url}/admin/plugins/billing?search=Story`);
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(3);
  await isAccessible(page, 'main');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('invoices.csv');
});
