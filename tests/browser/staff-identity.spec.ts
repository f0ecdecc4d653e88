import { expect, type Locator, type Page, test } from '@playwright/test';
import { barriers, signInToPanel } from '../support/browser.ts';
import { type Clinic, openClinic } from '../support/clinic.ts';
import { codeOf } from '../support/factors.ts';
import { type MailServer, startMailServer } from '../support/mail.ts';
import { password, staffToken, staffWith } from '../support/people.ts';

test.describe.configure({ timeout: 60_000 });

const pictures = process.env.PICTURES;
const chosen = 'zebra lamp orbit';
let clinic: Clinic;
let mail: MailServer;

test.beforeAll(async () => {
  mail = await startMailServer();
  clinic = await openClinic({ variables: { SMTP_URL: mail.url, REMINDER_TICK_SECONDS: '1' } });
});
test.afterAll(async () => {
  await clinic.close();
  await mail.stop();
});

const schemes = ['light', 'dark'] as const;

interface Look {
  readonly within?: string;
  /** A dialog of the settings closes when the page changes between wide and narrow. */
  readonly widths?: readonly number[];
}

/** Looks at a page in light and dark; with PICTURES set to a folder, keeps what it sees. */
const look = async (page: Page, name: string, { within, widths = [1440, 390] }: Look = {}) => {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(
      await barriers(page, { wcagOnly: true, ...(within ? { within } : {}) }),
      `${name}, ${colorScheme}`,
    ).toEqual([]);
    for (const width of pictures ? widths : []) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${pictures}/${name}-${colorScheme}-${width}.png` });
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  await page.emulateMedia({ colorScheme: 'light' });
};

const linkIn = async (address: string, path: string, nth = 1): Promise<string> => {
  const links = () =>
    mail
      .to(address)
      .flatMap((one) => one.links)
      .filter((link) => link.includes(path));
  await mail.waitFor(address, () => links().length >= nth);
  return links()[nth - 1] ?? '';
};

const lockOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Locked' });

const unlock = async (page: Page, word: string) => {
  await lockOf(page).locator('input[name=password]').fill(word);
  await page.keyboard.press('Enter');
};

/** Sets up an app for the one with this role. @returns its key */
const withApp = async (role: string): Promise<string> => {
  const token = await staffToken(clinic, role);
  const post = async (path: string, body: object) => {
    const answer = await fetch(`${clinic.url}/access/staff/me/factors/totp${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { data: { key: string; setUp: string } }).data;
  };
  const { key, setUp } = await post('', { password });
  await post('/confirm', { setUp, code: codeOf(key) });
  return key;
};

const signInAgain = async (page: Page, email: string) => {
  await page.context().clearCookies();
  await page.evaluate(() => localStorage.clear());
  await page.goto(`${clinic.url}/admin/auth/login`);
  await page.getByRole('textbox', { name: 'Email' }).fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(chosen);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

test('invited by mail, somebody chooses a password, sets up the second step that their role needs, and comes back with a code', async ({
  browser,
}) => {
  test.slow();
  const email = 'irina.pop@enamel.test';
  const boss = await browser.newContext({ locale: 'en-GB' });
  const admin = await boss.newPage();
  await signInToPanel(admin, clinic.url, await staffWith(clinic, 'clinic-admin'));
  await admin.goto(`${clinic.url}/admin/settings/security`);
  await admin.getByRole('checkbox', { name: 'Front desk' }).click();
  await look(admin, 'security', { within: 'main' });
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('Saved.').first()).toBeVisible();

  await admin.goto(`${clinic.url}/admin/settings/users`);
  await expect(admin.getByRole('heading', { name: 'Staff', level: 1 })).toBeVisible();
  await admin.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(dialog.getByText('Please fill this in.')).toBeVisible();
  await dialog.getByLabel('First name').fill('Irina');
  await dialog.getByLabel('Last name').fill('Pop');
  await dialog.getByLabel('E-mail').fill(email);
  await dialog.getByRole('combobox', { name: 'Language' }).click();
  await admin.getByRole('option', { name: 'English' }).click();
  await dialog.getByRole('checkbox', { name: 'Front desk' }).click();
  await dialog.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(dialog.getByText('Please choose where they work.')).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'All locations' }).click();
  await dialog.getByRole('checkbox', { name: 'Smile Cluj Centru' }).click();
  await expect(dialog.getByRole('checkbox', { name: 'All locations' })).not.toBeChecked();
  await look(admin, 'invite', { widths: [1440] });
  await dialog.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(admin.getByText(`An invitation is on its way to ${email}.`).first()).toBeVisible();
  const row = admin.getByRole('row').filter({ hasText: email });
  await expect(row).toContainText('Invited');
  const first = await linkIn(email, '/admin/auth/invitation#');
  await admin.reload();
  await expect(row).toContainText('Sent, good until');
  await look(admin, 'staff');

  await row.getByRole('link', { name: 'Irina Pop' }).click();
  await expect(admin.getByRole('region', { name: 'Works at' })).toContainText('Smile Cluj Centru');
  await admin.getByRole('button', { name: 'Send the invitation again' }).click();
  const second = await linkIn(email, '/admin/auth/invitation#', 2);
  await look(admin, 'member');

  const visitor = await browser.newContext({ locale: 'en-GB' });
  const page = await visitor.newPage();
  await page.goto(first);
  await expect(page.getByText('This link is not valid. Ask for a new one.')).toBeVisible();
  await page.goto('about:blank');
  await page.goto(second);
  await expect(page.getByText(`Your account is ${email}.`)).toBeVisible();
  await page.getByRole('textbox', { name: 'New password' }).fill('zebra lamp');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByText('Please use at least 12 characters.')).toBeVisible();
  await look(page, 'invitation');
  await page.getByRole('textbox', { name: 'New password' }).fill(chosen);
  await page.getByRole('button', { name: 'Begin' }).click();

  await expect(page.getByRole('heading', { name: 'Set up your second step' })).toBeVisible();
  await page.goto(`${clinic.url}/admin/plugins/access/patients`);
  await expect(page.getByRole('heading', { name: 'Set up your second step' })).toBeVisible();
  await look(page, 'set-up');
  await page.getByRole('button', { name: 'Use an app on my phone' }).click();
  await page.locator('input[name=password]').fill(chosen);
  await page.getByRole('button', { name: 'Next' }).click();
  const key = ((await page.locator('code').textContent()) ?? '').replaceAll(' ', '');
  await look(page, 'app');
  await page.getByLabel('Six digits from the app').fill(codeOf(key));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText('Keep these codes apart from your phone.')).toBeVisible();
  await expect(page.getByRole('listitem')).toHaveCount(10);
  await look(page, 'codes');
  const [kept = ''] = await page.getByRole('listitem').allTextContents();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Irina/ })).toBeVisible();

  await signInAgain(page, email);
  await page.getByLabel('Code from the app').fill('000000');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('This code is not right, or it was used before.')).toBeVisible();
  await look(page, 'second-step');
  await page.getByLabel('Code from the app').fill(codeOf(key, 1));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Irina/ })).toBeVisible();

  await signInAgain(page, email);
  await page.getByRole('button', { name: 'I do not have my phone' }).click();
  await look(page, 'recovery');
  await page.getByLabel('Recovery code').fill(kept);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Irina/ })).toBeVisible();
  await page.goto(`${clinic.url}/admin/me`);
  await expect(page.getByText('9 recovery codes are left.')).toBeVisible();
  await look(page, 'own-second-step', { within: 'main' });

  await page.keyboard.press('Alt+l');
  await expect(lockOf(page)).toBeVisible();
  await unlock(page, chosen);
  await expect(page.getByRole('heading', { name: 'My account' })).toBeVisible();

  await admin.reload();
  await expect(admin.getByText('Active', { exact: true })).toBeVisible();
  await admin.getByRole('button', { name: 'Reset the second step' }).click();
  const resetting = admin.getByRole('dialog', { name: 'Reset the second step' });
  await resetting.getByRole('button', { name: 'Reset the second step' }).click();
  await expect(resetting.getByText('Please write at least 10 characters.')).toBeVisible();
  await look(admin, 'reset', { widths: [1440] });
  await resetting.getByLabel('Reason').fill('Lost her phone, and sat here in my office');
  await resetting.getByRole('button', { name: 'Reset the second step' }).click();
  await expect(admin.getByText('The second step of Irina Pop is reset.').first()).toBeVisible();
  await boss.close();
  await visitor.close();
});

test('a forgotten password is chosen anew by mail, which does not stand for the second step', async ({
  page,
}) => {
  const email = await staffWith(clinic, 'assistant');
  const key = await withApp('assistant');
  await page.goto(`${clinic.url}/admin/auth/login`);
  await look(page, 'sign-in');
  await page.getByRole('textbox', { name: 'Email' }).fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('E-mail or password is not right.')).toBeVisible();
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(page.getByRole('heading', { name: 'Forgotten password' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Email' }).fill(email);
  await look(page, 'forgotten');
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByRole('status').filter({ hasText: email })).toBeVisible();
  await page.goto(await linkIn(email, '/admin/auth/new-password#'));
  await page.getByRole('textbox', { name: 'New password' }).fill(chosen);
  await look(page, 'new-password');
  await page.getByRole('button', { name: 'Save the password' }).click();
  await page.getByLabel('Code from the app').fill(codeOf(key, 1));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Good / })).toBeVisible();
});

test('a panel left alone locks in every tab, keeps what was typed, and opens for its person', async ({
  context,
}) => {
  const page = await context.newPage();
  await page.clock.install();
  await signInToPanel(page, clinic.url, await staffWith(clinic, 'clinic-admin'));
  await page.goto(`${clinic.url}/admin/settings/users`);
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await page.getByRole('dialog').getByLabel('First name').fill('Half a na');
  const other = await context.newPage();
  await other.goto(`${clinic.url}/admin/plugins/access/patients`);
  await expect(other.getByRole('heading', { name: 'Patients', level: 1 })).toBeVisible();

  await page.clock.fastForward('10:06');
  for (const tab of [page, other]) {
    await expect(lockOf(tab)).toBeVisible();
    await expect(tab.getByRole('heading')).toHaveText(['Locked']);
    await expect(tab.getByRole('row')).toHaveCount(0);
    await expect(tab).toHaveTitle(/^Locked \| /);
  }
  await look(page, 'locked', { widths: [1440] });
  await unlock(page, 'not the password');
  await expect(lockOf(page)).toContainText('This is not your password.');
  await page.keyboard.press('Escape');
  await expect(lockOf(page)).toBeVisible();
  await unlock(page, password);
  for (const tab of [page, other]) await expect(lockOf(tab)).toHaveCount(0);
  await expect(page.getByRole('dialog').getByLabel('First name')).toHaveValue('Half a na');
  await expect(other.getByRole('row').first()).toBeVisible();

  await other.bringToFront();
  await other.keyboard.press('Alt+l');
  await expect(lockOf(other)).toBeVisible();
  await expect(lockOf(page)).toBeVisible();
  await other.reload();
  await expect(lockOf(other)).toBeVisible();
  await unlock(other, password);
  await expect(other.getByRole('row').first()).toBeVisible();
  await expect(lockOf(page)).toHaveCount(0);

  await other.getByRole('link', { name: 'Lock', exact: true }).click();
  await lockOf(other).getByRole('button', { name: 'Sign out' }).click();
  await expect(other.getByRole('textbox', { name: 'Email' })).toBeVisible();
});

test('what a lock covers is not shown to who guesses or signs out, the network away or not', async ({
  context,
}) => {
  const page = await context.newPage();
  await signInToPanel(page, clinic.url, await staffWith(clinic, 'clinic-admin'));
  const lockPatients = async () => {
    await page.goto(`${clinic.url}/admin/plugins/access/patients`);
    await expect(page.getByRole('row').first()).toBeVisible();
    await page.keyboard.press('Alt+l');
    await expect(lockOf(page)).toBeVisible();
  };
  await lockPatients();
  await context.setOffline(true);
  await lockOf(page).getByRole('button', { name: 'Sign out' }).click();
  await expect(lockOf(page)).toHaveCount(0);
  await expect(page.locator('table')).toHaveCount(0);
  await context.setOffline(false);

  await page.goto(`${clinic.url}/admin/plugins/access/patients`);
  await expect(lockOf(page)).toBeVisible();
  for (let guess = 1; guess < 5; guess++) {
    await unlock(page, `guess ${guess}`);
    await expect(lockOf(page)).toContainText('This is not your password.');
    // Emptied by the answer, so that the next guess is not.
    await expect(lockOf(page).locator('input[name=password]')).toHaveValue('');
  }
  await unlock(page, 'guess 5');
  await expect(page.getByRole('textbox', { name: 'Email' })).toBeVisible();
  await expect(page.locator('table')).toHaveCount(0);
});

test('one’s own account says who one is, changes the password, and ends other sessions', async ({
  page,
}) => {
  const email = await staffWith(clinic, 'dentist');
  await signInToPanel(page, clinic.url, email);
  const elsewhere = await fetch(`${clinic.url}/admin/login`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Firefox/128.0 (Windows NT 10.0)',
    },
    body: JSON.stringify({ email, password }),
  });
  const { data } = (await elsewhere.json()) as { data: { token: string } };
  await page.goto(`${clinic.url}/admin/me`);
  await expect(page.getByRole('heading', { name: 'My account' })).toBeVisible();
  await page.getByLabel('First name').fill('Dana');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved.').first()).toBeVisible();
  await look(page, 'account', { within: 'main' });
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect(page.getByText('This device, now')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toHaveCount(0);
  const ended = await fetch(`${clinic.url}/access/self`, {
    headers: { authorization: `Bearer ${data.token}` },
  });
  expect(ended.status).toBe(401);
  await page.getByLabel('Current password').fill(password);
  await page.getByRole('textbox', { name: 'New password' }).fill(chosen);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText('The password is changed.').first()).toBeVisible();
  await mail.waitFor(email, ({ subject }) => subject.includes('password'));

  const address = page.getByRole('textbox', { name: 'E-mail address' });
  await address.fill('dana@enamel.test');
  await page.getByRole('button', { name: 'Change the address' }).click();
  await expect(page.getByText('Please enter your password.').first()).toBeVisible();
  await page.getByLabel('Your password').fill('not it');
  await page.getByRole('button', { name: 'Change the address' }).click();
  await expect(page.getByText('This is not your password.')).toBeVisible();
  await look(page, 'account-address', { within: 'main' });
  await page.getByLabel('Your password').fill(chosen);
  await page.getByRole('button', { name: 'Change the address' }).click();
  await expect(page.getByText('The address is changed.').first()).toBeVisible();
  await expect(
    page.getByRole('banner').or(page.getByRole('main')).getByText('dana@enamel.test').first(),
  ).toBeVisible();
  await mail.waitFor(email, ({ subject }) => subject.includes('address'));
});

test('a clinic admin says after how long the panel locks', async ({ page }) => {
  await signInToPanel(page, clinic.url, await staffWith(clinic, 'clinic-admin'));
  await page.goto(`${clinic.url}/admin/settings/security`);
  await page.getByRole('combobox', { name: 'Lock after' }).click();
  await page.getByRole('option', { name: '5 minutes', exact: true }).click();
  await look(page, 'security', { within: 'main' });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.').first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Lock after' })).toContainText('5 minutes');
});
