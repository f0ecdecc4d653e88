import { type Browser, expect, type Page, test } from '@playwright/test';
import { barriers, signInToPanel } from '../support/browser.ts';
import { type Clinic, openClinic } from '../support/clinic.ts';
import { newDocumentId } from '../support/patients.ts';
import { staffToken, staffWith } from '../support/people.ts';
import { addPatient, password } from '../support/schedule.ts';

let clinic: Clinic;

const add = async (about: Record<string, unknown>): Promise<string> => {
  const documentId = newDocumentId();
  const columns = { document_id: documentId, archived: false, ...about };
  const names = Object.keys(columns);
  await clinic.db.query(
    `insert into patients (${names.join(', ')}, created_at, updated_at, published_at)
     values (${names.map((_, n) => `$${n + 1}`).join(', ')}, now(), now(), now())`,
    Object.values(columns),
  );
  return documentId;
};

const signedIn = async (browser: Browser, width = 1440): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  await signInToPanel(page, clinic.url, await staffWith(clinic, 'front-desk'));
  return page;
};

const looks = async (page: Page, name: string) => {
  for (const scheme of ['light', 'dark'] as const) {
    await page.evaluate((theme) => localStorage.setItem('STRAPI_THEME', theme), scheme);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('status').filter({ hasText: 'Loading' })).toHaveCount(0);
      expect(await barriers(page, { within: 'main' })).toEqual([]);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide).toBeLessThanOrEqual(0);
      await page.screenshot({ path: test.info().outputPath(`${name}-${width}-${scheme}.png`) });
    }
  }
  await page.evaluate(() => localStorage.setItem('STRAPI_THEME', 'light'));
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.reload();
};

test.beforeAll(async () => {
  clinic = await openClinic();
});
test.afterAll(() => clinic?.close());

test('the desk finds a patient by keyboard alone, also with a typing error', async ({
  browser,
}) => {
  const id = await add({
    first_name: 'Ștefania',
    last_name: 'Quțărescu',
    date_of_birth: '1980-02-29',
    mobile_number: '0799 555 123',
  });
  const page = await signedIn(browser);
  await page.goto(`${clinic.url}/admin/plugins/access/patients`);
  await expect(page.getByText(/^\d+ patients$/)).toBeVisible();
  await looks(page, 'patients');
  await expect(page.getByText(/^\d+ patients$/)).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('stef quta');
  await expect(page.getByText('1 patient', { exact: true })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('link', { name: 'Quțărescu Ștefania' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('qutarecsu');
  await expect(page.getByText('Nobody is called “qutarecsu”.')).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('0799555123');
  await expect(page.getByText('1 patient', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/patients/${id}$`));
  await page.goto(`${clinic.url}/admin/plugins/access/patients?q=xqzwvk`);
  await expect(page.getByText('Nobody found for “xqzwvk”')).toBeVisible();
  await looks(page, 'nobody');
});

test('two records are compared, merged and taken apart again', async ({ browser }) => {
  const about = { first_name: 'Ilinca', date_of_birth: '1984-03-02', mobile_number: '0745111222' };
  const one = await add({ ...about, last_name: 'Zbârcea', notes: 'Calm', city: 'Turda' });
  const other = await add({
    ...about,
    last_name: 'Zbarcia',
    notes: 'Late',
    email: 'i@stories.test',
  });
  const authorization = `Bearer ${await staffToken(clinic, 'clinic-admin')}`;
  for (const [id, nationalId] of [
    [one, '2840302123457'],
    [other, '2840302123458'],
  ] as const) {
    const { status } = await fetch(`${clinic.url}/api/patients/${id}`, {
      method: 'PUT',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ data: { nationalId } }),
    });
    expect(status).toBe(200);
  }
  const page = await signedIn(browser);
  await page.goto(`${clinic.url}/admin/plugins/access/patients`);
  await page.getByRole('link', { name: 'Possible duplicates' }).click();
  const pair = page.getByRole('listitem').filter({ hasText: 'Zbarcia' }).first();
  await expect(pair).toContainText('Same birth date');
  await looks(page, 'duplicates');
  await pair.getByRole('link', { name: 'Compare and merge' }).click();
  await expect(page.getByRole('heading', { name: 'Merge two records' })).toBeVisible();
  await looks(page, 'merge');
  await page.getByRole('radio', { name: 'Last name: Zbarcia' }).check();
  await expect(page.getByText('They differ: is this one person?')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Merge', exact: true })).toBeDisabled();
  await page.getByRole('radio', { name: 'National id: 2840302123458' }).check();
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.getByText('The records are one now.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ilinca Zbarcia');
  const gone = page.url().endsWith(one) ? other : one;
  await page.goto(`${clinic.url}/admin/plugins/access/patients/${gone}`);
  await expect(page).not.toHaveURL(new RegExp(gone));
  await page.goto(`${clinic.url}/admin/plugins/access/patients/duplicates`);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('The two records are as they were.')).toBeVisible();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Zbarcia' })
    .first()
    .getByRole('button', { name: 'Not the same person' })
    .click();
  await expect(page.getByText('Remembered: these are two persons.')).toBeVisible();
  await expect(page.getByText('Zbarcia')).toHaveCount(0);
});

test('a guardian is added, confirmed, and looks after the minor in the portal until they come of age', async ({
  browser,
}) => {
  await addPatient(clinic.db, 'mara');
  const ward = await add({ first_name: 'Lia', last_name: 'Storyteller' });
  const born = new Date(Date.now() - 10 * 365 * 86_400_000).toISOString().slice(0, 10);
  await clinic.db.query(
    `update patients set date_of_birth = $2, mobile_number = '+40 721 000 000' where document_id = $1`,
    [ward, born],
  );
  const page = await signedIn(browser);
  await page.goto(`${clinic.url}/admin/plugins/access/patients/${ward}/family`);
  await expect(page.getByText('a minor without a confirmed guardian')).toBeVisible();
  await page.getByRole('button', { name: 'Add mara Storyteller as relative' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await barriers(page, { within: '[role=dialog]' })).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('add-relative.png') });
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('Not confirmed')).toBeVisible();
  await looks(page, 'family');
  await page.getByRole('button', { name: 'Confirm mara Storyteller' }).click();
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();

  const portal = await clinic.startPortal();
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: portal.url,
    viewport: { width: 390, height: 844 },
  });
  const phone = await context.newPage();
  await phone.goto('/en/sign-in');
  await phone.getByLabel('E-mail').fill('mara@stories.test');
  await phone.getByLabel('Password').fill(password);
  await phone.getByRole('button', { name: /Sign in/ }).click();
  await expect(phone.getByRole('heading', { name: /mara/ })).toBeVisible();
  await phone.screenshot({ path: test.info().outputPath('portal-wards.png'), fullPage: true });
  await phone.getByRole('button', { name: 'See the record of Lia Storyteller' }).click();
  await expect(phone.getByText('You are acting for Lia Storyteller.')).toBeVisible();
  await expect(phone.getByRole('heading', { name: /Lia/ })).toBeVisible();
  // Axe needs scripts, which the phone does without.
  const scripted = await browser.newContext({
    baseURL: portal.url,
    viewport: { width: 390, height: 844 },
    storageState: await context.storageState(),
  });
  const looked = await scripted.newPage();
  await looked.goto(phone.url());
  await expect(looked.getByText('You are acting for Lia Storyteller.')).toBeVisible();
  expect(await barriers(looked)).toEqual([]);
  await scripted.close();
  await phone.screenshot({ path: test.info().outputPath('portal-ward.png'), fullPage: true });
  await clinic.db.query(`update patients set date_of_birth = '2000-01-01' where document_id = $1`, [
    ward,
  ]);
  await phone.reload();
  await expect(phone.getByText('You no longer act for this person.')).toBeVisible();
  await expect(phone.getByRole('heading', { name: /mara/ })).toBeVisible();
});
