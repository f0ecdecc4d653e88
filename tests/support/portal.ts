/** What stories of a visitor to the portal share. */
import { expect, type Page } from '@playwright/test';
import type { MailServer } from './mail.ts';

export const main = (page: Page) => page.getByRole('main');
export const press = (page: Page, name: RegExp) => main(page).getByRole('button', { name }).click();

/** Keeps a picture of the page where LOOK names a folder. */
export const look = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.LOOK;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

/** Up to the free times of the first service at the first place, with anyone. */
export const reachTimes = async (page: Page): Promise<void> => {
  await page.goto('/en/book');
  for (let step = 0; step < 3; step += 1) await main(page).locator('a.option').first().click();
  await expect(page.getByRole('heading', { name: 'When suits you?' })).toBeVisible();
};

/** Chooses the nth free time of the next week, or its last; far enough ahead to be changed. */
export const chooseTime = async (page: Page, nth: number): Promise<string> => {
  await main(page).locator('a[rel=next]').click();
  // Where holidays leave a week empty the page leads on.
  const onward = main(page).getByRole('link', { name: /^Next free times/ });
  await page.locator('input[name=slot]').or(onward).first().waitFor({ state: 'attached' });
  if (await onward.isVisible()) await onward.click();
  const times = page.locator('input[name=slot]');
  const time = times.nth(Math.min(nth, (await times.count()) - 1));
  const value = String(await time.getAttribute('value'));
  const day = page.locator('details', { has: page.locator(`input[value="${value}"]`) });
  if ((await day.getAttribute('open')) === null) await day.locator('summary').click();
  await time.check();
  return value;
};

export const takeTime = async (page: Page, nth: number): Promise<string> => {
  const value = await chooseTime(page, nth);
  await press(page, /Continue/);
  return value;
};

/** Fills in who comes. */
export const describeOneself = async (page: Page, email: string): Promise<void> => {
  await page.getByLabel('First name').fill('Ileana');
  await page.getByLabel('Last name').fill('Cosânzeană');
  await page.getByLabel('Day', { exact: true }).fill('27');
  await page.getByLabel('Month').fill('3');
  await page.getByLabel('Year').fill('1986');
  await page.getByLabel('E-mail address').fill(email);
};

export const introduce = async (page: Page, email: string): Promise<void> => {
  await describeOneself(page, email);
  await press(page, /Send me the code/);
};

/** The code of the nth mail with one. */
export const codeTo = async (mail: MailServer, email: string, nth = 1): Promise<string> => {
  const isCode = ({ subject }: { subject: string }) => /^\d{6} /.test(subject);
  await mail.waitFor(email, () => mail.to(email).filter(isCode).length >= nth);
  return mail.to(email).filter(isCode)[nth - 1]?.subject.slice(0, 6) ?? '';
};
