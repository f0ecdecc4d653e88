import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { barriers, drag, signInToPanel } from '../support/browser.ts';
import { type Clinic, openClinic, type Server } from '../support/clinic.ts';
import { longestFrame } from '../support/frames.ts';
import { writeVisits } from '../support/full-day.ts';
import { staffWith } from '../support/people.ts';
import { addLocation, addPatient, idOf, weekdays } from '../support/schedule.ts';

const monday = '2027-03-08';
let clinic: Clinic;
let second: Server;
let email: string;

const hours = weekdays.map((day) => [day, '09:00', '17:00'] as const);
const twelve = Array.from({ length: 12 }, (_, index) => `Column${index + 1}`);

test.beforeAll(async () => {
  clinic = await openClinic({ variables: { CLOCK_START: `${monday}T06:00:00Z` } });
  second = await clinic.startCms();
  const type = { name: 'Polish', duration: 30 };
  await addLocation(clinic.db, 'Quay', {
    zone: 'Europe/Bucharest',
    chairs: 2,
    practitioners: [
      { name: 'Adina', hours },
      { name: 'Bogdan', hours },
    ],
    types: [type],
  });
  await addLocation(clinic.db, 'Hall', {
    zone: 'Europe/Bucharest',
    chairs: 12,
    practitioners: twelve.map((name) => ({ name, hours })),
    types: [{ name: 'Glance', duration: 15 }],
  });
  for (const name of ['mara', 'nelu', 'oana']) await addPatient(clinic.db, name);
  email = await staffWith(clinic, 'clinic-admin');
});
test.afterAll(() => clinic.close());

const open = async (browser: Browser, at: string, options = {}, server = clinic.url) => {
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'America/New_York',
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  await signInToPanel(page, server, email);
  await page.goto(`${server}/admin/plugins/scheduling/calendar?${at}`);
  return page;
};
const quay = (date: string, more = '') => `location=${idOf('Quay')}&date=${date}${more}`;
const visit = (name: string, patient: string, start: string, practitioner = 'Adina') => ({
  name,
  patient,
  practitioner,
  chair: practitioner === 'Adina' ? 'Quay chair 1' : 'Quay chair 2',
  location: 'Quay',
  type: 'Polish',
  start,
  minutes: 30,
});
const block = (page: Page, name: string) => page.locator(`[data-visit="${idOf(name)}"]`);
const said = (page: Page, text: string | RegExp) =>
  page.getByRole('status').filter({ hasText: text });
const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox();
  if (!box) throw new Error('it is not drawn');
  return box;
};
const quarter = 22;

test('the desk moves and lengthens visits by hand, is told beforehand whether a place is free, and takes it all back', async ({
  browser,
}) => {
  const date = '2027-03-09';
  await writeVisits(clinic.db, [
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

  // Outside the hours, a drawn span and its length.
  const column = await boxOf(page.locator('.ec-body .ec-day').first());
  await drag(page, column.x + 80, at.y + 5 * quarter, column.x + 80, at.y + 7 * quarter + 8);
  await expect(page.locator('.ec-preview')).toContainText('Free');
  await page.mouse.up();
  const book = page.getByRole('dialog', { name: 'Book a visit' });
  await expect(book.getByRole('combobox', { name: 'Length' })).toContainText(/\d+ min/);
  await page.context().close();
});

test('two windows at two servers show a change within a second', async ({ browser }) => {
  const date = '2027-03-10';
  await writeVisits(clinic.db, [visit('mara lives', 'mara', `${date}T10:00:00+02:00`)]);
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

test('by keyboard alone: book, look, move, lengthen, take steps, cancel, take back', async ({
  browser,
}) => {
  const date = '2027-03-11';
  await writeVisits(clinic.db, [visit('mara by key', 'mara', `${date}T10:00:00+02:00`)]);
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
  await cancel.getByRole('button', { name: 'Cancel the visit' }).focus();
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

test('the next free time, a month, the agenda: by key and by address, filtered, on a phone, light and dark', async ({
  browser,
}) => {
  const date = '2027-03-12';
  await writeVisits(clinic.db, [
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
    `${clinic.url}/admin/plugins/scheduling/calendar?${quay(date, `&view=agenda&who=${idOf('Bogdan')}`)}`,
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
  await writeVisits(clinic.db, [visit('mara alone', 'mara', `${date}T10:00:00+02:00`)]);
  const page = await open(browser, quay(date, '&status=pending'));
  await expect(said(page, '1 visit is hidden by the filters')).toBeVisible();
  await page.getByRole('button', { name: 'Show all visits' }).click();
  await expect(block(page, 'mara alone')).toBeVisible();

  const to = (query: string) =>
    page.goto(`${clinic.url}/admin/plugins/scheduling/calendar?${query}`);
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

test('a day of 12 columns and 300 visits is drawn, scrolled and dragged without a frame that takes over 100 ms', async ({
  browser,
}) => {
  const date = '2027-03-15';
  await writeVisits(
    clinic.db,
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
