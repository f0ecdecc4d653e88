import { expect, test } from '@playwright/test';
import { openClinic } from '../support/clinic.ts';

test('the portal opens', async ({ page }) => {
  const clinic = await openClinic();
  const portal = await clinic.startPortal();
  await page.goto(portal.url);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await clinic.close();
});
