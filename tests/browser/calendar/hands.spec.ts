import { expect, test } from '@playwright/test';
import { drag } from '../../support/browser.ts';
import { writeVisits } from '../../support/full-day.ts';
import { block, boxOf, quarter, quay, quayClinic, said, visit } from './clinic.ts';

const { clinic, open } = quayClinic();

test('the desk moves and lengthens visits by hand, is told beforehand whether a place is free, and takes it all back', async ({
  browser,
}) => {
  const date = '2027-03-09';
  await writeVisits(clinic().db, [
    visit('mara at ten', 'mara', `${date}T10:00:00+02:00`),
    visit('nelu at noon', 'nelu', `${date}T12:00:00+02:00`),
  ]);
  const page = await open(browser, quay(date));
  const mara = block(page, 'mara at ten');
  await expect(mara).toContainText('10:00–10:30');

  // Down by two quarters: free.
  let at = await boxOf(mara);
  await drag(page, at.x + 60, at.y + 8, at.x + 60, at.y + 8 + 2 * quarter);
  await expect(page.locator('.ec-preview.preview-free')).toContainText('Free');
  await page.mouse.up();
  await expect(said(page, 'was moved')).toBeVisible();
  await expect(mara).toContainText('10:30–11:00');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(said(page, 'taken back')).toBeVisible();
  await expect(mara).toContainText('10:00–10:30');

  // Its end by one quarter.
  at = await boxOf(mara);
  await drag(page, at.x + 60, at.y + at.height - 2, at.x + 60, at.y + at.height + quarter - 4);
  await page.mouse.up();
  await expect(said(page, 'now takes 45 minutes')).toBeVisible();
  await expect(mara).toContainText('10:00–10:45');
  await page.keyboard.press('u');
  await expect(mara).toContainText('10:00–10:30');

  // Onto another's place: told before, refused after, with ways on.
  const nelu = await boxOf(block(page, 'nelu at noon'));
  at = await boxOf(mara);
  await drag(page, at.x + 60, at.y + 8, at.x + 60, nelu.y + 8);
  await expect(page.locator('.ec-preview.preview-clash')).toContainText(
    /Taken: nelu .*12:00–12:30/,
  );
  await page.mouse.up();
  const move = page.getByRole('dialog', { name: 'Move the visit' });
  await expect(move.getByRole('alert')).toContainText('This time is taken.');
  await expect(
    move.getByRole('alert').getByRole('button', { name: /Adina/ }).first(),
  ).toBeVisible();
  await move.getByText('Book here all the same').click();
  await expect(move.getByRole('button', { name: 'Overbook' })).toBeDisabled();
  await move.getByRole('button', { name: 'Put it back' }).click();
  await expect(mara).toContainText('10:00–10:30');

  // Given up half-way.
  at = await boxOf(mara);
  await drag(page, at.x + 60, at.y + 8, at.x + 60, at.y + 8 + 4 * quarter);
  await expect(page.locator('.ec-preview')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.ec-preview')).toHaveCount(0);
  await page.mouse.up();
  await expect(mara).toContainText('10:00–10:30');
  expect((await boxOf(mara)).y).toBe(at.y);
  await expect(page).not.toHaveURL(/visit=/);

  await page.context().close();
});

test('the desk draws a span or clicks a free time, and books it for somebody known or new', async ({
  browser,
}) => {
  const date = '2027-03-18';
  const page = await open(browser, quay(date));
  const column = await boxOf(page.locator('.ec-body .ec-day').first());
  const line = (quarters: number) => column.y + quarters * quarter + 6;
  const book = page.getByRole('dialog', { name: 'Book a visit' });
  const choose = async (label: string, option: RegExp) => {
    await book.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option }).click();
  };

  // From ten to a quarter to eleven.
  await drag(page, column.x + 80, line(4), column.x + 80, line(6));
  await expect(page.locator('.ec-preview')).toContainText('Free');
  await page.mouse.up();
  await expect(book.getByRole('combobox', { name: 'Practitioner' })).toContainText('Adina');
  await expect(book.getByRole('combobox', { name: 'Length' })).toContainText('45 min');
  await book.getByRole('combobox', { name: 'Patient' }).fill('Ilinca Popa');
  await expect(book.getByRole('status')).toContainText('Nobody found');
  await book.getByRole('button', { name: 'Add a new patient' }).click();
  await expect(book.getByRole('textbox', { name: 'Last name' })).toHaveValue('Popa');
  await book.getByRole('textbox', { name: 'Mobile phone' }).fill('0722 111 222');
  await book.getByRole('button', { name: 'Book the visit' }).click();
  await expect(book.getByText('This is needed')).toBeVisible();
  await choose('Type of visit', /Polish/);
  await book.getByRole('button', { name: 'Book the visit' }).click();
  await expect(said(page, 'Ilinca Popa is booked for')).toBeVisible();
  const ilinca = page.locator('.visit', { hasText: 'Ilinca' });
  await expect(ilinca).toContainText('10:00–10:45');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(said(page, 'booking was taken back')).toBeVisible();
  await expect(ilinca).toHaveCount(0);

  await page.mouse.click(column.x + 80, line(20));
  await expect(book.getByRole('combobox', { name: 'Time' })).toHaveValue('14:00');
  await book.getByRole('combobox', { name: 'Patient' }).fill('ilin');
  await page.getByRole('option', { name: /Ilinca Popa/ }).click();
  await choose('Type of visit', /Polish/);
  await book.getByRole('button', { name: 'Book the visit' }).click();
  await expect(ilinca).toContainText('14:00–14:30');
  await page.context().close();
});
