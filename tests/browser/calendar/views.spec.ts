import { expect, test } from '@playwright/test';
import { barriers } from '../../support/browser.ts';
import { writeVisits } from '../../support/full-day.ts';
import { idOf } from '../../support/schedule.ts';
import { block, quay, quayClinic, said, visit } from './clinic.ts';

const { clinic, open } = quayClinic();

test('the next free time, a month, the agenda: by key and by address, filtered, on a phone, light and dark', async ({
  browser,
}) => {
  const date = '2027-03-12';
  await writeVisits(clinic().db, [
    visit('mara early', 'mara', `${date}T09:00:00+02:00`),
    visit('nelu early', 'nelu', `${date}T09:00:00+02:00`, 'Bogdan'),
  ]);
  const page = await open(browser, quay(date, '&view=month'));
  const cell = page.locator(`[data-date="${date}"]`);
  await expect(cell).toHaveAccessibleName(/12 March 2027 2 visits \d+% taken/);
  await expect(page.locator('[data-date="2027-03-13"]')).toHaveAccessibleName(/nobody works/);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await barriers(page, { wcagOnly: true }), `month, ${colorScheme}`).toEqual([]);
  }
  await cell.click();
  await expect(page).toHaveURL(new RegExp(`date=${date}`));
  await expect(block(page, 'mara early')).toBeVisible();

  await page.keyboard.press('n');
  const next = page.getByRole('dialog', { name: 'The next free time' });
  await next.getByRole('combobox', { name: 'Type of visit' }).click();
  await page.getByRole('option', { name: 'Polish' }).click();
  await expect(next.getByText(/Mon,? 8 Mar 2027, 09:00 · Dr\. (Adina|Bogdan)/)).toBeVisible();
  await next.getByRole('button', { name: 'Later' }).click();
  await expect(next.getByText(/09:15/)).toBeVisible();
  expect(await barriers(page, { wcagOnly: true }), 'next free').toEqual([]);
  await next.getByRole('button', { name: 'Show the day' }).click();
  await expect(page).toHaveURL(/date=2027-03-08/);

  await page.goto(
    `${clinic().url}/admin/plugins/scheduling/calendar?${quay(date, `&view=agenda&who=${idOf('Bogdan')}`)}`,
  );
  const agenda = page.locator('[data-board="agenda"]');
  await expect(agenda.getByRole('button')).toHaveCount(1);
  await expect(agenda.getByRole('button')).toContainText('nelu');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await barriers(page, { wcagOnly: true }), `agenda, ${colorScheme}`).toEqual([]);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  for (const view of ['agenda', 'month', 'day']) {
    await page.getByRole('button', { name: new RegExp(`^${view}$`, 'i') }).click();
    await expect(page.locator('[data-board]')).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, view).toBeLessThanOrEqual(390);
    expect(await barriers(page, { wcagOnly: true }), `${view} on a phone`).toEqual([]);
  }
  await page.context().close();
});

test('a sheet that shows little says why, and leads on', async ({ browser }) => {
  const date = '2027-03-17';
  await writeVisits(clinic().db, [visit('mara alone', 'mara', `${date}T10:00:00+02:00`)]);
  const page = await open(browser, quay(date, '&status=pending'));
  await expect(said(page, '1 visit is hidden by the filters')).toBeVisible();
  await page.getByRole('button', { name: 'Show all visits' }).click();
  await expect(block(page, 'mara alone')).toBeVisible();

  const to = (query: string) =>
    page.goto(`${clinic().url}/admin/plugins/scheduling/calendar?${query}`);
  await to(quay('2027-03-20'));
  await expect(said(page, 'Nobody works here on this day.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Working hours' })).toBeVisible();
  expect(await barriers(page, { wcagOnly: true })).toEqual([]);
  await to(quay(date, `&who=${idOf('Column1')}`));
  await expect(said(page, 'does not belong to this location')).toBeVisible();
  await page.getByRole('button', { name: 'Show everyone' }).click();
  await expect(block(page, 'mara alone')).toBeVisible();

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Print the day' }).click();
  await expect(page).toHaveURL(new RegExp(`day-sheet\\?date=${date}&location=${idOf('Quay')}`));
  await page.goBack();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Why is a time not offered?' }).click();
  await expect(page).toHaveURL(new RegExp(`explain\\?date=${date}`));
  await page.context().close();
});
