import { expect, type Page } from '@playwright/test';

const openList = async (page: Page, cms: string, noun: string, query: string, row = '') => {
  await page.goto(`${cms}/admin/content-manager/collection-types/api::${noun}.${noun}?${query}`);
  await page.locator('tbody').getByRole('row').filter({ hasText: row }).first().click();
  await page.waitForURL(/\/api::[a-z-]+\.[a-z-]+\/[a-z0-9]{24}/);
};

const openFirst = (page: Page, cms: string, noun: string, search: string) =>
  openList(page, cms, noun, `_q=${encodeURIComponent(search)}`, search);

const save = async (page: Page) => {
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved document')).toBeVisible();
};

/** Price in bani, duration in minutes, colour as hex. */
export const changeService = async (
  page: Page,
  cms: string,
  service: string,
  to: { price: string; duration: string; color: string },
): Promise<void> => {
  await openFirst(page, cms, 'appointment-type', service);
  for (const [name, value] of Object.entries(to))
    await page.locator(`[name="${name}"]`).fill(value);
  await save(page);
};

/** Adds an optional text question at the end of a section of a form. */
export const addQuestion = async (
  page: Page,
  cms: string,
  form: string,
  section: string,
  question: string,
): Promise<void> => {
  await openFirst(page, cms, 'questionnaire', form);
  await page.getByRole('button', { name: section, exact: true }).click();
  await page.getByRole('button', { name: 'Add an entry' }).first().click();
  await page.locator('input[name$=".question"]').last().fill(question);
  await save(page);
};

/** Rewrites a message of one key, channel and language. */
export const changeText = async (
  page: Page,
  cms: string,
  which: { key: string; channel: string; language: string },
  body: string,
): Promise<void> => {
  const filters = Object.entries(which).map(
    ([name, value], at) => `filters[$and][${at}][${name}][$eq]=${value}`,
  );
  await openList(page, cms, 'message-template', filters.join('&'));
  await page.locator('[name="body"]').fill(body);
  await save(page);
};
