import { expect, type Page, test } from '@playwright/test';
import { signInToPanel } from '../support/browser.ts';
import { type Clinic, openClinic } from '../support/clinic.ts';
import { codeOf } from '../support/factors.ts';
import { expectFineEverywhere } from '../support/looks.ts';
import { type MadePatient, makePatient, patientToken } from '../support/patients.ts';
import { password, staffWith } from '../support/people.ts';

test.describe.configure({ timeout: 60_000 });

let clinic: Clinic;
let patient: MadePatient;

test.beforeAll(async () => {
  clinic = await openClinic();
  patient = await makePatient(clinic);
  const token = await patientToken(clinic, patient);
  const post = async (path: string, body: object) => {
    const answer = await fetch(`${clinic.url}/api/access/factors/totp${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { data: { key: string; setUp: string } }).data;
  };
  const { key, setUp } = await post('', { password });
  await post('/confirm', { setUp, code: codeOf(key) });
});
test.afterAll(() => clinic.close());

const openPatient = async (page: Page) => {
  await page.goto(`${clinic.url}/admin/plugins/access/patients/${patient.documentId}`);
  await expect(page.getByRole('heading', { name: 'Ștefania Story', level: 1 })).toBeVisible();
};

test('a patient who lost phone and codes is let back in at the desk', async ({ page }) => {
  await signInToPanel(page, clinic.url, await staffWith(clinic, 'front-desk'));
  await openPatient(page);
  await page.getByRole('tab', { name: 'Portal account' }).click();
  const account = page.getByRole('region', { name: 'Portal account' });
  await expect(account).toContainText('Authenticator app, 10 recovery codes left');
  await expectFineEverywhere(page, 'account');
  await account.getByRole('button', { name: 'Reset the second step' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reset the second step' });
  await dialog.getByRole('button', { name: 'Reset the second step' }).click();
  await expect(dialog.getByText('Please write at least 10 characters.')).toBeVisible();
  await expectFineEverywhere(page, 'reset');
  await dialog.getByLabel('Reason').fill('Showed her identity card at the desk');
  await dialog.getByRole('button', { name: 'Reset the second step' }).click();
  await expect(page.getByText('The second step of Ștefania Story is reset.').first()).toBeVisible();
  await expect(account).toContainText('None: the password alone');
  await expect(account).toContainText('Signed in nowhere');
  await expect(account.getByRole('button')).toHaveCount(0);
});

test('whose role may not do that has no such tab', async ({ page }) => {
  await signInToPanel(page, clinic.url, await staffWith(clinic, 'dentist'));
  await openPatient(page);
  await expect(page.getByRole('tab', { name: 'Summary' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Portal account' })).toHaveCount(0);
});
