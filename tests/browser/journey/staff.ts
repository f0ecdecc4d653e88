import { expect, type Page } from '@playwright/test';

/** Opens the visit in the calendar of its day. `start` is ISO 8601 with the location's offset. */
export const openVisit = async (
  page: Page,
  cms: string,
  visit: { start: string; location: string; id: string },
) => {
  const query = new URLSearchParams({
    date: visit.start.slice(0, 10),
    location: visit.location,
    visit: visit.id,
  });
  await page.goto(`${cms}/admin/plugins/scheduling/calendar?${query}`);
  await expect(page.getByRole('complementary', { name: 'Visit' })).toBeVisible();
};

/** Presses the state buttons one after the other and waits for each to be answered. */
export const receive = async (page: Page, acts: readonly string[]): Promise<void> => {
  for (const act of acts) {
    const button = page.getByRole('button', { name: act, exact: true });
    await button.click();
    await expect(button).toHaveCount(0);
  }
};

const tooth = (page: Page, number: string) => page.locator(`[data-tooth="${number}"]`);

/** Notes caries on 46 MO, plans a filling for it and completes it, all by keyboard. */
export const treat = async (
  page: Page,
  cms: string,
  patient: string,
  price: string,
): Promise<void> => {
  await page.goto(`${cms}/admin/plugins/access/patients/${patient}/chart`);
  await tooth(page, '18').focus();
  for (const key of ['4', '6', 'm', 'o', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByRole('button', { name: 'Caries' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(tooth(page, '46')).toHaveAccessibleName(/mesial finding; occlusal finding/);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Filling', exact: true }).click();
  await page.getByLabel(/^Price/).fill(price);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Complete: Filling 46 MO' }).click();
  await expect(tooth(page, '46')).toHaveAccessibleName(/mesial treated; occlusal treated/);
};

/** Issues an invoice of all that is completed and not billed. */
export const bill = async (page: Page, cms: string, patient: string): Promise<void> => {
  await page.goto(`${cms}/admin/plugins/access/patients/${patient}/invoices`);
  await page.getByRole('button', { name: /^Issue invoice/ }).click();
  await expect(page.getByRole('article').first()).toContainText('To be paid');
};
