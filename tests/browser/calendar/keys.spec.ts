import { expect, test } from '@playwright/test';
import { writeVisits } from '../../support/full-day.ts';
import { block, quay, quayClinic, said, visit } from './clinic.ts';

const { clinic, open } = quayClinic();

test('by keyboard alone: book, look, move, lengthen, take steps, cancel, take back', async ({
  browser,
}) => {
  const date = '2027-03-11';
  await writeVisits(clinic().db, [visit('mara by key', 'mara', `${date}T10:00:00+02:00`)]);
  const page = await open(browser, quay(date));
  const mara = block(page, 'mara by key');
  await expect(mara).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText(
    'On a visit',
  );
  await page.keyboard.press('Escape');

  await page.keyboard.press('v');
  await expect(mara).toBeFocused();
  const card = page.getByRole('tooltip');
  await expect(card).toContainText('+40 721 000 000');
  await expect(card).toContainText('Next: Has arrived');
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(mara).toBeFocused();

  await page.keyboard.press('+');
  await expect(mara).toContainText('10:00–10:45');
  await expect(mara).toBeFocused();
  await page.keyboard.press('-');
  await expect(mara).toContainText('10:00–10:30');

  await page.keyboard.press('m');
  const move = page.getByRole('dialog', { name: 'Move the visit' });
  await move.getByRole('combobox', { name: 'Time' }).fill('11:00');
  await page.keyboard.press('Enter');
  await move.getByRole('button', { name: 'Move it' }).focus();
  await page.keyboard.press('Enter');
  await expect(mara).toContainText('11:00–11:30');
  await page.keyboard.press('u');
  await expect(mara).toContainText('10:00–10:30');

  await mara.focus();
  await page.keyboard.press('s');
  await expect(said(page, 'arrived')).toBeVisible();
  await page.keyboard.press('u');
  await expect(said(page, 'step was taken back')).toBeVisible();

  await mara.focus();
  await page.keyboard.press('x');
  const cancel = page.getByRole('dialog', { name: 'Cancel this visit?' });
  await cancel.getByRole('textbox', { name: 'Reason' }).fill('has a cold');
  await cancel.getByRole('button', { name: 'Cancel this visit' }).focus();
  await page.keyboard.press('Enter');
  await expect(mara).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Who could come?' })).toHaveAttribute(
    'href',
    /wait-list\/gaps\?appointment=/,
  );
  await page.keyboard.press('u');
  await expect(said(page, 'booked again')).toBeVisible();
  await expect(page.locator('.visit', { hasText: 'mara' })).toContainText('10:00–10:30');

  await page.keyboard.press('b');
  const book = page.getByRole('dialog', { name: 'Book a visit' });
  await book.getByRole('combobox', { name: 'Patient' }).fill('oana');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  const choose = async (label: string, option: RegExp) => {
    await book.getByRole('combobox', { name: label }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: option }).focus();
    await page.keyboard.press('Enter');
  };
  await choose('Type of visit', /Polish/);
  await choose('Practitioner', /Bogdan/);
  await book.getByRole('combobox', { name: 'Time' }).fill('15:00');
  await page.keyboard.press('Enter');
  await book.getByRole('button', { name: 'Book the visit' }).focus();
  await page.keyboard.press('Enter');
  await expect(said(page, 'is booked for')).toBeVisible();
  const oana = page.locator('.visit', { hasText: 'oana' });
  await expect(oana).toContainText('15:00–15:30');
  await page.keyboard.press('u');
  await expect(said(page, 'booking was taken back')).toBeVisible();
  await expect(oana).toHaveCount(0);
  await page.context().close();
});
