import {
  type Browser,
  type BrowserContextOptions,
  expect,
  type Locator,
  type Page,
  test,
} from '@playwright/test';
import { barriers } from '../support/browser.ts';
import { type Clinic, openClinic, type Server } from '../support/clinic.ts';
import { type MailServer, startMailServer } from '../support/mail.ts';
import {
  codeTo as codeIn,
  introduce,
  main,
  look as photograph,
  press,
  reachTimes,
  takeTime,
} from '../support/portal.ts';

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

const codeTo = (email: string, nth = 1) => codeIn(mail, email, nth);

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
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_024);
  const held = await holds();
  await page.goto('about:blank');
  await expect.poll(holds).toBe(held - 1);
  await page.context().close();
});

test('a patient who is signed in books with six taps', async ({ browser }) => {
  const page = await open(browser, { javaScriptEnabled: true, hasTouch: true });
  let scripts = 0;
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script')
      scripts += (await response.body().catch(() => Buffer.alloc(0))).length;
  });
  await page.goto('/en/sign-in');
  await page.getByLabel('E-mail address').fill('patient@enamel.test');
  await page.getByLabel('Password').fill('Enamel-demo-2026');
  await press(page, /^Sign in$/);
  const before = await booked();
  await page.goto('/en');
  scripts = 0;
  const began = performance.now();
  let taps = 0;
  const tap = async (target: Locator, then: RegExp) => {
    await target.first().tap();
    taps += 1;
    await page.waitForURL(then);
  };
  await tap(main(page).getByRole('link', { name: 'Book a visit' }), /\/book$/);
  await tap(main(page).locator('a.option'), /book\/location/);
  await tap(main(page).locator('a.option'), /book\/practitioner/);
  await tap(main(page).getByRole('link', { name: /Anyone who is free/ }), /book\/time/);
  await tap(main(page).getByRole('button', { name: 'Take it' }), /book\/check/);
  await tap(main(page).getByRole('button', { name: 'Confirm the booking' }), /book\/done/);
  const took = Math.round(performance.now() - began);
  test.info().annotations.push({
    type: 'fastest path',
    description: `${taps} taps, ${took} ms, ${scripts} bytes of scripts`,
  });
  expect(await booked()).toBe(before + 1);
  expect(taps).toBeLessThanOrEqual(6);
  expect(scripts).toBeLessThanOrEqual(1_024);
  await page.context().close();
});

test('the way of a guest has no barriers, fits a phone, and asks in Romanian too', async ({
  browser,
}) => {
  for (const [width, colorScheme] of [
    [390, 'light'],
    [1440, 'dark'],
  ] as const) {
    const page = await open(browser, {
      javaScriptEnabled: true,
      colorScheme,
      viewport: { width, height: 900 },
    });
    const look = async (name: string) => {
      await photograph(page, `${name}-${width}-${colorScheme}`);
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
    const home = page.url();
    for (const way of ['Move', 'Cancel']) {
      await main(page).getByRole('link', { name: way }).click();
      await look(way.toLowerCase());
      await page.goto(home);
    }
    await page.context().close();
  }
});
