import { expect, test } from '@playwright/test';
import { drag } from '../../support/browser.ts';
import { longestFrame } from '../../support/frames.ts';
import { writeVisits } from '../../support/full-day.ts';
import { idOf } from '../../support/schedule.ts';
import { block, boxOf, quay, quayClinic, twelve, visit } from './clinic.ts';

const { clinic, open } = quayClinic();

test('two windows at two servers show a change within a second', async ({ browser }) => {
  const date = '2027-03-10';
  await writeVisits(clinic().db, [visit('mara lives', 'mara', `${date}T10:00:00+02:00`)]);
  const second = await clinic().startCms();
  const page = await open(browser, quay(date));
  const colleague = await open(browser, quay(date), { timezoneId: 'Asia/Tokyo' }, second.url);
  await expect(block(colleague, 'mara lives')).toContainText('10:00–10:30');
  await block(page, 'mara lives').focus();
  await page.keyboard.press('+');
  await expect(block(page, 'mara lives')).toContainText('10:00–10:45');
  const told = Date.now();
  await expect(block(colleague, 'mara lives')).toContainText('10:00–10:45', { timeout: 1_000 });
  test.info().annotations.push({ type: 'live', description: `${Date.now() - told} ms` });
  await page.context().close();
  await colleague.context().close();
});

test('a day of 12 columns and 300 visits is drawn, scrolled and dragged without a frame that takes over 100 ms', async ({
  browser,
}) => {
  const date = '2027-03-15';
  await writeVisits(
    clinic().db,
    Array.from({ length: 300 }, (_, index) => {
      const column = index % 12;
      const minutes = 9 * 60 + Math.floor(index / 12) * 15;
      const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
      return {
        name: `glance ${index}`,
        patient: ['mara', 'nelu', 'oana'][index % 3] as string,
        practitioner: twelve[column] as string,
        chair: `Hall chair ${column + 1}`,
        location: 'Hall',
        type: 'Glance',
        start: `${date}T${clock}:00+02:00`,
        minutes: 15,
      };
    }),
  );
  const page = await open(browser, `location=${idOf('Hall')}&date=2027-03-16`);
  await expect(page.locator('.ec-body .ec-day')).toHaveCount(12);
  const took = {
    nothing: await longestFrame(browser, page, () => page.waitForTimeout(500)),
    drawing: await longestFrame(browser, page, async () => {
      await page.keyboard.press('ArrowLeft');
      await expect(page.locator('[data-visit]')).toHaveCount(300);
      await page.waitForTimeout(300);
    }),
    dragging: await longestFrame(browser, page, async () => {
      const box = await boxOf(block(page, 'glance 15'));
      await drag(page, box.x + 20, box.y + 6, box.x + 300, box.y + 100);
      await page.mouse.move(box.x + 20, box.y + 6, { steps: 20 });
      await page.mouse.up();
      await page.waitForTimeout(300);
    }),
    scrolling: await longestFrame(browser, page, async () => {
      await page.mouse.wheel(0, 400);
      await page.waitForTimeout(300);
    }),
  };
  const figures = Object.entries(took).map(
    ([what, { work, wall }]) => `${what} ${work} (${wall} by the clock)`,
  );
  test.info().annotations.push({ type: 'longest frame, ms', description: figures.join('; ') });
  for (const [what, { work }] of Object.entries(took)) expect(work, what).toBeLessThanOrEqual(100);
  await page.context().close();
});
