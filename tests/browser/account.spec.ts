import { type Browser, expect, type Page, test } from '@playwright/test';
import { freePort } from '../../scripts/processes.ts';
import { barriers } from '../support/browser.ts';
import { type Clinic, openClinic } from '../support/clinic.ts';
import { codeOf } from '../support/factors.ts';
import { type MailServer, startMailServer } from '../support/mail.ts';
import { confirmAddress } from '../support/people.ts';
import { look, main, press } from '../support/portal.ts';

const password = 'three good words';
let clinic: Clinic;
let mail: MailServer;
/** By its name: passkeys are good for names only. */
let site: string;

test.beforeAll(async () => {
  mail = await startMailServer();
  const port = String(await freePort());
  site = `http://localhost:${port}`;
  clinic = await openClinic({
    variables: { SMTP_URL: mail.url, REMINDER_TICK_SECONDS: '1', PORTAL_URL: site },
  });
  await clinic.startPortal({ PORT: port });
});
test.afterAll(async () => {
  await clinic?.close();
  await mail?.stop();
});

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';

const open = async (browser: Browser, scripts = false): Promise<Page> => {
  const context = await browser.newContext({
    javaScriptEnabled: scripts,
    baseURL: site,
    viewport: { width: 390, height: 844 },
    userAgent: firefox,
  });
  return context.newPage();
};

const register = async (page: Page, email: string) => {
  await page.goto('/en/register?next=/en/account');
  await page.getByLabel('First name').fill('Ileana');
  await page.getByLabel('Last name').fill('Cosânzeană');
  await page.getByLabel('Day', { exact: true }).fill('27');
  await page.getByLabel('Month').fill('3');
  await page.getByLabel('Year').fill('1986');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Choose a password').fill(password);
  await press(page, /Create the account/);
  await expect(page.getByRole('heading', { name: 'My account' })).toBeVisible();
};

const givePassword = async (page: Page, email: string) => {
  await page.goto('/en/sign-in?next=/en/account');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await press(page, /^Sign in$/);
};

/** Looked at on a phone and on a desk, by day and by night. */
const inspect = async (page: Page, name: string) => {
  for (const width of [390, 1440])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await look(page, `${name}-${width}-${colorScheme}`);
    }
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'light' });
};

/** What axe finds, with scripts, for whoever is signed in on `page`. */
const found = async (browser: Browser, page: Page, path: string): Promise<string[]> => {
  const context = await browser.newContext({
    baseURL: site,
    storageState: await page.context().storageState(),
  });
  const lines: string[] = [];
  for (const width of [390, 1440])
    for (const colorScheme of ['light', 'dark'] as const) {
      const other = await context.newPage();
      await other.setViewportSize({ width, height: 900 });
      await other.emulateMedia({ colorScheme });
      await other.goto(path);
      lines.push(
        ...(await barriers(other)).map((line) => `${path} ${width} ${colorScheme} ${line}`),
      );
      await other.close();
    }
  await context.close();
  return lines;
};

const keyOn = async (page: Page): Promise<string> =>
  String(await main(page).locator('.key').textContent()).replaceAll(/\s/g, '');

test('a patient proves the address, signs out everywhere, and signs in with an app and with a recovery code', async ({
  browser,
}) => {
  const email = 'ileana@example.com';
  const page = await open(browser);
  await register(page, email);
  await expect(page.getByText('Not confirmed yet')).toBeVisible();
  await inspect(page, 'account-new');
  const [link] = (await mail.waitFor(email)).links;
  const stranger = await open(browser);
  await stranger.goto(String(link));
  await inspect(stranger, 'confirm-elsewhere');
  await stranger.getByLabel('Password').fill('not this one');
  await press(stranger, /Confirm/);
  await expect(stranger.getByRole('alert')).toContainText('This is not your password');
  await stranger.context().close();
  await page.goto(String(link));
  await press(page, /Confirm/);
  await page.goto('/en/account');
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();

  const elsewhere = await open(browser);
  await givePassword(elsewhere, email);
  await expect(elsewhere.getByText('Firefox on Linux', { exact: true })).toHaveCount(2);
  await expect(elsewhere.getByText(/Last used .* · 127\.0\.0\.1/)).toHaveCount(2);
  const { rows } = await clinic.db.query(
    "select device, ip from audit_entries where action = 'session.begun' order by id desc limit 1",
  );
  expect(rows).toEqual([{ device: 'Firefox on Linux', ip: '127.0.0.1' }]);
  await inspect(elsewhere, 'account');
  expect(await found(browser, elsewhere, '/en/account')).toEqual([]);
  await press(elsewhere, /Sign out everywhere/);
  await expect(elsewhere.getByText('You are signed out everywhere.')).toBeVisible();
  await page.goto('/en/account');
  await expect(page).toHaveURL(/sign-in/);

  await givePassword(page, email);
  await page.getByRole('link', { name: 'Set up', exact: true }).click();
  await inspect(page, 'second-step-off');
  expect(await found(browser, page, '/en/account/second-step')).toEqual([]);
  await page.getByRole('link', { name: /Set up.*Authenticator app/ }).click();
  await page.getByLabel('Your password now').fill('not this one');
  await press(page, /Continue/);
  await expect(page.getByRole('alert')).toContainText('This is not your password');
  await page.getByLabel('Your password now').fill(password);
  await press(page, /Continue/);
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
  await inspect(page, 'app');
  expect(await found(browser, page, '/en/account/second-step/app')).toEqual([]);
  const key = await keyOn(page);
  await page.getByLabel('Six-digit code').fill('000000');
  await press(page, /Turn on/);
  await expect(page.getByRole('alert')).toContainText('This code is not right');
  expect(await keyOn(page)).toBe(key);
  await page.getByLabel('Six-digit code').fill(codeOf(key, -1));
  await press(page, /Turn on/);
  await expect(page.getByText('The second step is on.')).toBeVisible();
  const codes = await main(page).locator('.codes code').allTextContents();
  expect(codes).toHaveLength(10);
  await inspect(page, 'codes');
  expect(await found(browser, page, '/en/account/second-step/codes')).toEqual([]);
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  expect((await saving).suggestedFilename()).toBe('recovery-codes.txt');
  await press(page, /I have kept them/);
  await page.goto('/en/account/second-step/codes');
  await expect(main(page).locator('.codes')).toHaveCount(0);
  await inspect(page, 'codes-again');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();

  await givePassword(page, email);
  await expect(page.getByRole('heading', { name: 'Confirm that it is you' })).toBeVisible();
  await inspect(page, 'sign-in-code');
  expect(await found(browser, page, '/en/sign-in/second-step?next=/en/account')).toEqual([]);
  await page.goto('/en/account');
  await expect(page).toHaveURL(/sign-in/);
  await givePassword(page, email);
  await page.getByLabel('Six-digit code').fill(codeOf(key));
  await press(page, /Confirm/);
  await expect(page.getByRole('heading', { name: 'My account' })).toBeVisible();

  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await givePassword(page, email);
  await page.getByRole('link', { name: /use a recovery code/ }).click();
  await page.getByLabel('Recovery code').fill(String(codes[3]));
  await press(page, /Confirm/);
  await expect(page.getByText('9 recovery codes are left')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await givePassword(page, email);
  await page.getByRole('link', { name: /use a recovery code/ }).click();
  await page.getByLabel('Recovery code').fill(String(codes[3]));
  await press(page, /Confirm/);
  await expect(page.getByRole('alert')).toContainText('This code is not right');
  await page.context().close();
  await elsewhere.context().close();
});

test('a patient changes the password and the details, and sees the words typed', async ({
  browser,
}) => {
  const email = 'details@example.com';
  const page = await open(browser, true);
  await register(page, email);
  const other = await open(browser);
  await givePassword(other, email);
  await expect(other.getByRole('heading', { name: 'My account' })).toBeVisible();

  await page.getByLabel('Mobile number').fill('call me');
  await press(page, /^Save$/);
  await expect(page.getByRole('alert')).toContainText('Enter a phone number');
  await page.getByLabel('Mobile number').fill('+40 721 000 111');
  await page.getByLabel('By text message').uncheck();
  await press(page, /^Save$/);
  await expect(page.getByText('Your details are saved.')).toBeVisible();
  await expect(page.getByLabel('By text message')).not.toBeChecked();

  await main(page).getByRole('link', { name: 'Change' }).first().click();
  const word = page.getByLabel('Your new password');
  await word.fill('four even better words');
  await page.getByRole('button', { name: 'Show the password' }).last().click();
  await expect(word).toHaveAttribute('type', 'text');
  await inspect(page, 'password');
  expect(await barriers(page)).toEqual([]);
  await page.getByLabel('Your password now').fill('not this one');
  await press(page, /Save the password/);
  await expect(page.getByRole('alert')).toContainText('This is not your password');
  await page.getByLabel('Your password now').fill(password);
  await page.getByLabel('Your new password').fill('four even better words');
  await press(page, /Save the password/);
  await expect(page.getByText('Your password was changed.')).toBeVisible();
  await other.goto('/en/account');
  await expect(other).toHaveURL(/sign-in/);
  await page.context().close();
  await other.context().close();
});

test('a patient sets up a passkey, and signs in with it as the second step and alone', async ({
  browser,
}) => {
  const email = 'passkey@example.com';
  const page = await open(browser, true);
  const devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  await register(page, email);
  await page.goto('/en/account/second-step');
  await expect(page.getByText('Please confirm your e-mail address first')).toBeVisible();
  await expect(page.getByRole('link', { name: /Add.*Passkey/ })).toBeHidden();
  await inspect(page, 'second-step-first');
  expect(await barriers(page)).toEqual([]);
  await confirmAddress(clinic, email);
  await page.goto('/en/account/second-step');
  await page.getByRole('link', { name: /Add.*Passkey/ }).click();
  await page.getByLabel('What shall we call it?').fill('My phone');
  await page.getByLabel('Your password now').fill(password);
  await press(page, /Continue/);
  await press(page, /Make the passkey/);
  await expect(page.getByText('The second step is on.')).toBeVisible();
  await press(page, /I have kept them/);
  await expect(main(page).getByText('My phone', { exact: true })).toBeVisible();
  await inspect(page, 'second-step-on');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();

  await givePassword(page, email);
  await inspect(page, 'sign-in-passkey');
  expect(await barriers(page)).toEqual([]);
  await press(page, /Use a passkey/);
  await expect(page.getByRole('heading', { name: 'My account' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();

  await page.goto('/en/sign-in?next=/en/account');
  await inspect(page, 'sign-in');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('link', { name: 'Sign in with a passkey' }).click();
  await press(page, /Use a passkey/);
  await expect(page.getByRole('heading', { name: 'My account' })).toBeVisible();

  await page.goto('/en/account/second-step');
  await page.getByRole('link', { name: /Remove.*My phone/ }).click();
  await inspect(page, 'remove');
  await page.getByLabel('Your password now').fill(password);
  await press(page, /Remove/);
  await expect(page.getByText('It is removed.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await givePassword(page, email);
  await expect(page.getByRole('heading', { name: 'My account' })).toBeVisible();
  await page.context().close();
});
