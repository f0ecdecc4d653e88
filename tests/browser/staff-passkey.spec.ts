import { expect, test } from '@playwright/test';
import { freePort } from '../../scripts/processes.ts';
import { signInToPanel } from '../support/browser.ts';
import { type Clinic, openClinic } from '../support/clinic.ts';
import { expectFineEverywhere } from '../support/looks.ts';
import { password, staffWith } from '../support/people.ts';

test.describe.configure({ timeout: 90_000 });

let clinic: Clinic;
let site: string;

// Passkeys belong to a site with a name.
test.beforeAll(async () => {
  const port = await freePort();
  site = `http://localhost:${port}`;
  clinic = await openClinic({ port, variables: { PUBLIC_URL: site } });
});
test.afterAll(() => clinic.close());

test('a passkey is the second step of the panel, opens its lock, and signs in alone', async ({
  page,
}) => {
  const devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  const email = await staffWith(clinic, 'dentist');
  await signInToPanel(page, site, email);
  await page.goto(`${site}/admin/me`);
  const card = page.getByRole('region', { name: 'Second step' });
  await card.getByRole('button', { name: 'Add a passkey' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a passkey' });
  await dialog.getByLabel('What do you call it?').fill('Blue key');
  await dialog.locator('input[name=password]').fill(password);
  await expectFineEverywhere(page, 'add');
  await dialog.getByRole('button', { name: 'Make the passkey' }).click();
  await expect(dialog.getByText('Keep these codes apart from your phone.')).toBeVisible();
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await expect(card).toContainText('Blue key');
  await expectFineEverywhere(page, 'account');

  await page.keyboard.press('Alt+l');
  const lock = page.getByRole('dialog', { name: 'Locked' });
  await expectFineEverywhere(page, 'lock');
  await lock.getByRole('button', { name: 'Unlock with a passkey' }).click();
  await expect(lock).toHaveCount(0);
  await expect(card).toContainText('Blue key');

  const signOut = async () => {
    await page.keyboard.press('Alt+l');
    await lock.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('textbox', { name: 'Email' })).toBeVisible();
  };
  const home = page.getByRole('heading', { level: 1, name: /^Good / });
  await signOut();
  await page.getByRole('textbox', { name: 'Email' }).fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByLabel('Recovery code')).toBeVisible();
  await expectFineEverywhere(page, 'second-step');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(home).toBeVisible();

  await signOut();
  await expectFineEverywhere(page, 'sign-in');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(home).toBeVisible();
});
