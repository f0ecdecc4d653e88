/** How a page of the panel looks wherever it is used: at a desk and on a phone, in the light and in the dark. */
import { expect, type Page, test } from '@playwright/test';
import { barriers } from './browser.ts';

const widths = [390, 1440];
const schemes = ['light', 'dark'] as const;

const flawsOf = async (page: Page): Promise<string[]> => {
  const beside = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [
    ...(await barriers(page, { wcagOnly: true })),
    ...(beside > 0 ? [`${beside} px lie beside the window`] : []),
  ];
};

/** No barriers and nothing beside the window; a picture of each look is kept with the results. */
export const expectFineEverywhere = async (page: Page, name: string): Promise<void> => {
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
      // The panel changes its colours a moment after it is asked to.
      await expect
        .poll(() => flawsOf(page), { message: `${name}, ${width} px, ${colorScheme}` })
        .toEqual([]);
      const path = test.info().outputPath(`${name}-${width}-${colorScheme}.png`);
      await page.screenshot({ path });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (before) await page.setViewportSize(before);
};
