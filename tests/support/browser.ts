/** What browser journeys share: signing in to the panel and looking for barriers. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { password } from './people.ts';

export const signInToPanel = async (page: Page, cms: string, email: string): Promise<void> => {
  await page.goto(`${cms}/admin/auth/login`);
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form:has(input[name=password]) button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
};

/** A dialog that fades in has the contrast of a veil: look only when nothing moves any more. */
const atRest = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.race([
      Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
      new Promise((resolve) => setTimeout(resolve, 1_000)),
    ]),
  );

/** Grabs at a point and drags without letting go. */
export const drag = async (
  page: Page,
  x: number,
  y: number,
  toX: number,
  toY: number,
): Promise<void> => {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 6, { steps: 3 });
  await page.mouse.move(toX, toY, { steps: 8 });
};

interface Look {
  /** Only this part of the page; all of it when not given. */
  readonly within?: string;
  /** Only WCAG 2.2 AA, without axe's best practices: for pages whose frame is Strapi's. */
  readonly wcagOnly?: boolean;
  /** Rules not to apply, with a reason beside the call. */
  readonly except?: string[];
}

/** What axe finds against WCAG 2.2 AA and its best practices, a line each; an accessible page gives none. */
export const barriers = async (
  page: Page,
  { within, wcagOnly = false, except = [] }: Look = {},
): Promise<string[]> => {
  await atRest(page);
  const axe = new AxeBuilder({ page }).disableRules(except);
  if (within) axe.include(within);
  if (wcagOnly) axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};
