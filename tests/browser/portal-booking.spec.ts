import {
  type Browser,
  type BrowserContextOptions,
  expect,
  type Page,
  test,
} from '@playwright/test';
import { barriers } from '../support/browser.ts';
import { type Clinic, openClinic, type Server } from '../support/clinic.ts';
import { type MailServer, startMailServer } from '../support/mail.ts';

let clinic: Clinic;
let portal: Server;
let mail: MailServer;

test.beforeAll(async () => {
  mail = await startMailServer();
  clinic = await openClinic({
    variables: { SMTP_URL: mail.url, REMINDER_TICK_SECONDS: '1' },
  });
  portal = await clinic.startPortal();
});
test.afterAll(async () => {
  await clinic?.close();
  await mail?.stop();
});

const open = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: portal.url,
    viewport: { width: 390, height: 844 },
    ...options,
  });
  return context.newPage();
};

const main = (page: Page) => page.getByRole('main');
const press = (page: Page, name: RegExp) => main(page).getByRole('button', { name }).click();

/** Up to the free times of the first service at the first place, with anyone. */
const reachTimes = async (page: Page) => {
  await page.goto('/en/book');
  for (let step = 0; step < 3; step += 1) await main(page).locator('a.option').first().click();
  await expect(page.getByRole('heading', { name: 'When suits you?' })).toBeVisible();
};

/** The nth free time of the next week, far enough ahead to be changed. */
const takeTime = async (page: Page, nth: number): Promise<string> => {
  await main(page).locator('a[rel=next]').click();
  const time = page.locator('input[name=slot]').nth(nth);
  const value = String(await time.getAttribute('value'));
  const day = page.locator('details', { has: page.locator(`input[value="${value}"]`) });
  if ((await day.getAttribute('open')) === null) await day.locator('summary').click();
  await time.check();
  await press(page, /Continue/);
  return value;
};

const introduce = async (page: Page, email: string) => {
  await page.getByLabel('First name').fill('Ileana');
  await page.getByLabel('Last name').fill('Cosânzeană');
  await page.getByLabel('Day', { exact: true }).fill('27');
  await page.getByLabel('Month').fill('3');
  await page.getByLabel('Year').fill('1986');
  await page.getByLabel('E-mail address').fill(email);
  await press(page, /Send me the code/);
};

const codeTo = async (email: string, nth = 1): Promise<string> => {
  const isCode = ({ subject }: { subject: string }) => /^\d{6} /.test(subject);
  await mail.waitFor(email, () => mail.to(email).filter(isCode).length >= nth);
  return mail.to(email).filter(isCode)[nth - 1]?.subject.slice(0, 6) ?? '';
};

const booked = async (): Promise<number> =>
  (await clinic.db.query(`select count(*)::int as n from appointments where booked_via = 'portal'`))
    .rows[0].n;

const holds = async (): Promise<number> =>
  (
    await clinic.db.query(
      `select count(*)::int as n from holds where booked_as is null and expires_at > now()`,
    )
  ).rows[0].n;

test('a guest books on a phone without scripts, by a code from a real mail, then moves and cancels by the mailed link', async ({
  browser,
}) => {
  const page = await open(browser);
  const before = await booked();
  const held = await holds();
  await reachTimes(page);
  await takeTime(page, 0);
  await expect(page.getByText(/We keep this time for you until \d\d:\d\d/)).toBeVisible();
  expect(await holds()).toBe(held + 1);
  await introduce(page, 'ileana@guests.test');
  await expect(page.getByRole('heading', { name: 'Enter the code' })).toBeVisible();
  await page.getByLabel('Code').fill('12');
  await press(page, /Continue/);
  await expect(page.getByRole('alert')).toContainText('Enter the six digits');
  const code = await codeTo('ileana@guests.test');
  await page.getByLabel('Code').fill(String((Number(code) + 1) % 1_000_000).padStart(6, '0'));
  await press(page, /Continue/);
  await expect(page.getByRole('alert')).toContainText('not the code we sent');
  await page.getByLabel('Code').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await press(page, /Continue/);
  await expect(page.getByRole('heading', { name: 'Check your answers' })).toBeVisible();
  await expect(main(page).getByText('Ileana Cosânzeană')).toBeVisible();
  expect(await booked()).toBe(before);
  await press(page, /Confirm the booking/);
  await expect(page.getByRole('heading', { name: 'Your visit is booked' })).toBeVisible();
  expect(page.url()).not.toMatch(/Ileana|guests\.test/);
  expect(await booked()).toBe(before + 1);
  expect(await holds()).toBe(held);

  await page.goto('/en/visits');
  await expect(page).toHaveURL(/sign-in/);
  const letter = await mail.waitFor('ileana@guests.test', ({ links }) =>
    links.some((link) => link.includes('/visits/manage/')),
  );
  const link = letter.links.find((address) => address.includes('/visits/manage/')) ?? '';
  const stranger = await open(browser);
  await stranger.goto(new URL(link).pathname);
  await main(stranger).getByRole('link', { name: 'Move' }).click();
  await takeTime(stranger, 5);
  await press(stranger, /Move the visit/);
  await expect(stranger.getByText('Your visit has been moved.')).toBeVisible();
  await main(stranger).getByRole('link', { name: 'Cancel' }).click();
  await stranger.getByLabel('Why do you cancel?').fill('I am ill');
  await press(stranger, /Cancel the visit/);
  await expect(stranger.getByText('Your visit is cancelled.')).toBeVisible();
  await stranger.goto(`/en/visits/manage/${'x'.repeat(43)}`);
  await expect(stranger.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
  await page.context().close();
  await stranger.context().close();
});

test('a time is kept for one, missing for another, kept longer once, and free again when given up', async ({
  browser,
}) => {
  const page = await open(browser);
  const other = await open(browser, { viewport: { width: 1440, height: 900 } });
  await page.goto('/en/sign-in');
  await page.getByLabel('E-mail address').fill('patient@enamel.test');
  await page.getByLabel('Password').fill('Enamel-demo-2026');
  await press(page, /^Sign in$/);
  const held = await holds();
  await reachTimes(page);
  const value = await takeTime(page, 1);
  await expect(page.getByRole('heading', { name: 'Check your answers' })).toBeVisible();
  await reachTimes(other);
  await main(other).locator('a[rel=next]').click();
  const offered = other.locator(`input[value="${new URL(page.url()).searchParams.get('slot')}"]`);
  await expect(offered).toHaveCount(0);

  await page.getByLabel('What brings you in?').fill('A tooth hurts');
  await press(page, /Keep it 5 minutes longer/);
  await expect(page.getByLabel('What brings you in?')).toHaveValue('A tooth hurts');
  await expect(page.getByText(/We keep this time for you until/)).toBeVisible();
  await expect(page.getByRole('button', { name: /5 minutes longer/ })).toHaveCount(0);
  await main(page).getByRole('link', { name: 'Back' }).click();
  await expect(page.locator(`input[value^="${value.split('~')[0]}"]`)).toHaveCount(1);
  await page.goBack();
  await press(page, /Do not book/);
  await expect(page).toHaveURL(/\/en$/);
  expect(await holds()).toBe(held);
  await page.context().close();
  await other.context().close();
});

test('a time that ran out while somebody thought keeps the answers and offers the nearest', async ({
  browser,
}) => {
  const page = await open(browser);
  await reachTimes(page);
  await takeTime(page, 2);
  await introduce(page, 'slow@guests.test');
  await page.getByLabel('Code').fill(await codeTo('slow@guests.test'));
  await press(page, /Continue/);
  await page.getByLabel('What brings you in?').fill('Kept whatever happens');
  // Ten minutes go by for the clinic, and a rival takes the time.
  await clinic.db.query(
    `update holds set expires_at = now() - interval '1 second' where booked_as is null`,
  );
  await clinic.db.query(
    `update time_claims set expires_at = null, source_kind = 'block', source_id = 'rival' where source_kind = 'hold'`,
  );
  const before = await booked();
  await press(page, /Confirm the booking/);
  await expect(page.getByRole('alert')).toContainText('Somebody has just taken this time');
  await expect(page.getByRole('radio')).toHaveCount(3);
  await expect(page.getByLabel('What brings you in?')).toHaveValue('Kept whatever happens');
  expect(await booked()).toBe(before);
  await press(page, /Confirm the booking/);
  await expect(page.getByRole('heading', { name: 'Your visit is booked' })).toBeVisible();
  expect(await booked()).toBe(before + 1);
  await page.context().close();
});

test('the first free time is taken with one press, and with the keyboard alone', async ({
  browser,
}) => {
  const page = await open(browser, { javaScriptEnabled: true });
  const bytes: number[] = [];
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script')
      bytes.push((await response.body().catch(() => Buffer.alloc(0))).length);
  });
  await page.goto('/en/book');
  const onTo = async (name: RegExp) => {
    for (let steps = 0; steps < 60; steps += 1) {
      await page.keyboard.press('Tab');
      const text = await page.evaluate(() => document.activeElement?.textContent ?? '');
      if (name.test(text.trim())) break;
    }
    await page.keyboard.press('Enter');
  };
  await main(page).locator('a.option').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/book\/location/);
  await main(page).locator('a.option').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/book\/practitioner/);
  await onTo(/^Anyone who is free/);
  await page.waitForURL(/book\/time/);
  const first = main(page).getByRole('button', { name: 'Take it' });
  const box = await first.boundingBox();
  expect((box?.y ?? 9999) + (box?.height ?? 0)).toBeLessThan(844);
  await onTo(/^Take it$/);
  await page.waitForURL(/book\/you/);
  await expect(page.getByText(/We keep this time for you/)).toBeVisible();
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500);
  const held = await holds();
  await page.goto('about:blank');
  await expect.poll(holds).toBe(held - 1);
  await page.context().close();
});

test('the way of a guest has no barriers, fits a phone, and asks in Romanian too', async ({
  browser,
}) => {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [390, 1440]) {
      const page = await open(browser, {
        javaScriptEnabled: true,
        colorScheme,
        viewport: { width, height: 900 },
      });
      const look = async (name: string) => {
        if (process.env.LOOK)
          await page.screenshot({
            path: `${process.env.LOOK}/${name}-${width}-${colorScheme}.png`,
            fullPage: true,
          });
        expect(await barriers(page), page.url()).toEqual([]);
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(wider, page.url()).toBeLessThanOrEqual(0);
      };
      const email = `look-${colorScheme}-${width}@guests.test`;
      await reachTimes(page);
      await look('time');
      await takeTime(page, 3);
      await look('you');
      await press(page, /Send me the code/);
      await look('you-faulty');
      await introduce(page, email);
      await look('code');
      await page.goto(page.url().replace('/en/', '/ro/'));
      await look('code-ro');
      await page.goto(page.url().replace('/ro/', '/en/'));
      await page.getByLabel('Code').fill(await codeTo(email));
      await press(page, /Continue/);
      await look('check');
      await press(page, /Confirm the booking/);
      await expect(page.getByRole('heading', { name: 'Your visit is booked' })).toBeVisible();
      await look('done');
      await page.context().close();
    }
});
