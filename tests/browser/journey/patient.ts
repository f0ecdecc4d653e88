import { expect, type Page } from '@playwright/test';

export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly mobileNumber: string;
  readonly birth: { readonly day: string; readonly month: string; readonly year: string };
}

const fillBirth = async (page: Page, { day, month, year }: Person['birth']) => {
  await page.getByLabel('Day', { exact: true }).fill(day);
  await page.getByLabel('Month', { exact: true }).fill(month);
  await page.getByLabel('Year', { exact: true }).fill(year);
};

/** Books a free time of the first days shown, with anyone; registers on the way and opens the link of the mail that comes. */
export const bookAsNewPatient = async (
  page: Page,
  portal: string,
  person: Person,
  wish: { service: string; place: string },
  linkInMail: () => Promise<string>,
): Promise<void> => {
  await page.goto(`${portal}/en`);
  await page.getByRole('link', { name: 'Book a visit' }).first().click();
  await page.getByRole('link', { name: wish.service }).first().click();
  await page.getByRole('link', { name: wish.place }).first().click();
  await page.getByRole('link', { name: 'Anyone who is free' }).first().click();
  await page.locator('label.time:visible').last().click();
  await page.getByRole('button', { name: 'Continue' }).click();
  const newHere = page.getByRole('link', { name: 'New account' });
  if (await newHere.isVisible()) await newHere.click();
  await page.getByLabel('First name').fill(person.firstName);
  await page.getByLabel('Last name').fill(person.lastName);
  await fillBirth(page, person.birth);
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Mobile number').fill(person.mobileNumber);
  await page.getByLabel('Choose a password').fill('long enough words');
  await page.getByRole('button', { name: 'Create the account and continue' }).click();
  await expect(page.getByText('we sent a link to your e-mail address')).toBeVisible();
  await page.goto(await linkInMail());
  await page.getByRole('button', { name: 'Confirm the address' }).click();
  await page.getByRole('link', { name: 'Go on with your booking' }).click();
  await page.getByLabel(/What brings you in/).fill('A tooth hurts when I chew');
  await page.getByRole('button', { name: 'Confirm the booking' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your visit is booked' })).toBeVisible();
};

/** Answers what is not optional, whatever the clinic asks. */
const answerAll = async (page: Page) => {
  for (const field of await page.locator('form .field').all()) {
    if (((await field.textContent()) ?? '').includes('(optional)')) continue;
    const choice = field.locator('label.choice').last();
    if (await choice.isVisible()) await choice.click();
    else
      for (const input of await field.locator('input:visible, textarea:visible').all())
        await input.fill((await input.getAttribute('inputmode')) ? '3' : 'Ion Călin');
  }
};

/** Answers every question of the history form on a phone and signs with a finger. */
export const fillHistory = async (
  page: Page,
  link: string,
  person: Person,
  extra: { question: string; answer: string },
): Promise<void> => {
  await page.goto(link);
  await expect(page.getByText(extra.question)).toBeVisible();
  await answerAll(page);
  await page.getByLabel(extra.question).fill(extra.answer);
  await page.getByRole('button', { name: 'Check my answers' }).click();
  await expect(page.getByRole('heading', { name: 'Confirm it is you' })).toBeVisible();
  await fillBirth(page, person.birth);
  const canvas = page.locator('canvas');
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error('there is nowhere to sign');
  await page.mouse.move(box.x + 30, box.y + 60);
  await page.mouse.down();
  for (let step = 1; step <= 20; step++)
    await page.mouse.move(box.x + 30 + step * 10, box.y + 60 + 25 * Math.sin(step));
  await page.mouse.up();
  await page.getByRole('button', { name: 'Sign and send' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /your form is sent/ })).toBeVisible();
};

/** Pays the newest open invoice on the payment provider's own page and comes back to the portal. */
export const payOnline = async (page: Page, portal: string): Promise<void> => {
  await page.goto(`${portal}/en/invoices`);
  await page
    .getByRole('main')
    .getByRole('link', { name: /Invoice/ })
    .first()
    .click();
  await page.getByRole('button', { name: /^Pay .* online$/ }).click();
  await page.waitForURL((url) => !url.href.startsWith(portal));
  await page.getByRole('button', { name: /pay/i }).first().click();
  await page.waitForURL((url) => url.href.startsWith(portal));
};
