/** What the desk does in the calendar and with the wait list. */
import { expect, type Locator, type Page } from '@playwright/test';
import { drag } from '../../support/browser.ts';
import type { Hands } from './hands.ts';

export const visitOf = (page: Page, patient: string): Locator =>
  page.locator('[data-visit]', { hasText: patient });

const said = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });

export const bookAtDesk = async (
  hands: Hands,
  page: Page,
  wish: { patient: string; type: RegExp; practitioner: RegExp; time: string },
): Promise<void> => {
  await hands.press(page.getByRole('button', { name: 'Book', exact: true }));
  const dialog = page.getByRole('dialog', { name: 'Book a visit' });
  const field = (name: string) => dialog.getByRole('combobox', { name });
  await hands.find(field('Patient'), wish.patient);
  await hands.choose(field('Type of visit'), wish.type);
  await hands.choose(field('Practitioner'), wish.practitioner);
  await hands.write(field('Time'), wish.time);
  await page.keyboard.press('Enter');
  await hands.press(dialog.getByRole('button', { name: 'Book the visit' }));
  await expect(said(page, 'is booked for')).toBeVisible();
};

export const cancelAtDesk = async (hands: Hands, page: Page, patient: string): Promise<void> => {
  await hands.press(visitOf(page, patient));
  await hands.press(
    page
      .getByRole('complementary', { name: 'Visit' })
      .getByRole('button', { name: 'Cancel the visit' }),
  );
  const dialog = page.getByRole('dialog', { name: 'Cancel this visit?' });
  await hands.write(dialog.getByRole('textbox', { name: 'Reason' }), 'has a cold');
  await hands.press(dialog.getByRole('button', { name: 'Cancel this visit' }));
  await expect(visitOf(page, patient)).toHaveCount(0);
};

/** Offers a gap to the first who could take it. */
export const offerGap = async (
  hands: Hands,
  page: Page,
  cms: string,
  { when, patient }: { when: string; patient: string },
): Promise<void> => {
  await page.goto(`${cms}/admin/plugins/scheduling/wait-list/gaps`);
  const gap = page.getByRole('listitem').filter({ hasText: when });
  await hands.press(gap.getByRole('button', { name: 'Who could come?' }));
  const first = gap.getByRole('listitem').first();
  await expect(first).toContainText(patient);
  await hands.press(first.getByRole('button', { name: /^Offer / }));
  await expect(page.getByText(new RegExp(`^Offered to ${patient}`))).toBeVisible();
};

const quarter = 22;

const boxOf = async (block: Locator) => {
  const box = await block.boundingBox();
  if (!box) throw new Error('it is not drawn');
  return box;
};

interface Placed {
  readonly patient: string;
  /** `HH:mm–HH:mm`, an hour. */
  readonly at: string;
}

/** Half an hour later, then longer by a quarter, each taken back: by dragging. */
export const dragAndUndo = async (page: Page, { patient, at }: Placed): Promise<void> => {
  const visit = visitOf(page, patient);
  const undo = async () => {
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(visit).toContainText(at);
  };
  let box = await boxOf(visit);
  await drag(page, box.x + 60, box.y + 8, box.x + 60, box.y + 8 + 2 * quarter);
  await page.mouse.up();
  await expect(said(page, 'was moved')).toBeVisible();
  await expect(visit).not.toContainText(at);
  await undo();
  box = await boxOf(visit);
  const end = box.y + box.height;
  await drag(page, box.x + 60, end - 2, box.x + 60, end + quarter - 4);
  await page.mouse.up();
  await expect(said(page, 'now takes 75 minutes')).toBeVisible();
  await undo();
};

/** Two hours later, then longer by a quarter, each taken back: by key. */
export const moveByKeyAndUndo = async (
  hands: Hands,
  page: Page,
  { patient, at }: Placed,
): Promise<void> => {
  const visit = visitOf(page, patient);
  const undo = async () => {
    await page.keyboard.press('u');
    await expect(visit).toContainText(at);
  };
  await page.keyboard.press('v');
  await expect(visit).toBeFocused();
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: 'Move the visit' });
  await hands.write(dialog.getByRole('combobox', { name: 'Time' }), '11:00');
  await page.keyboard.press('Enter');
  await hands.press(dialog.getByRole('button', { name: 'Move it' }));
  await expect(visit).toContainText('11:00–12:00');
  await undo();
  await page.keyboard.press('v');
  await page.keyboard.press('+');
  await expect(said(page, 'now takes 75 minutes')).toBeVisible();
  await undo();
};
