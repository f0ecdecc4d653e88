import { expect, test } from '@playwright/test';
import { freePort } from '../../scripts/processes.ts';
import { openClinic } from '../support/clinic.ts';
import { startStandIns } from '../support/stand-ins.ts';

test('an invoice is paid on the payment page, and the portal says so', async ({ page }) => {
  const standIns = await startStandIns();
  const port = String(await freePort());
  const PORTAL_URL = `http://127.0.0.1:${port}`;
  const clinic = await openClinic({
    port: standIns.cmsPort,
    variables: { ...standIns.variables, PORTAL_URL },
  });
  await clinic.startPortal({ PORT: port });
  try {
    await page.goto(`${PORTAL_URL}/en/sign-in`);
    await page.getByLabel('E-mail address').fill('patient@enamel.test');
    await page.getByLabel('Password').fill('Enamel-demo-2026');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page
      .getByRole('link', { name: /See and pay/ })
      .first()
      .click();
    await page.getByRole('button', { name: /^Pay .* online$/ }).click();
    await page.waitForURL((url) => url.origin !== PORTAL_URL);
    await page.getByRole('button', { name: /pay/i }).first().click();
    await page.waitForURL((url) => url.origin === PORTAL_URL);
    await expect(page.getByRole('status')).toContainText('Thank you');
    await expect(async () => {
      await page.reload();
      await expect(page.getByText('this invoice is paid')).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 20_000 });
  } finally {
    await clinic.close();
    await standIns.stop();
  }
});
