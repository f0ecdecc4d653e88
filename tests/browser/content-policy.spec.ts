import { expect, type Page, test } from '@playwright/test';
import { signInToPanel } from '../support/browser.ts';
import { openClinic } from '../support/clinic.ts';
import { password, staffWith } from '../support/people.ts';

/** What a page was kept from doing by its content policy, a line each. */
const violationsOf = async (page: Page): Promise<string[]> => {
  const seen: string[] = [];
  await page.exposeFunction('policyBroken', (line: string) => seen.push(line));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { policyBroken } = window as unknown as { policyBroken(line: string): void };
      policyBroken(`${location.pathname}: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  page.on('console', (message) => {
    if (/content.security.policy/i.test(message.text())) seen.push(message.text());
  });
  return seen;
};

/**
 * Every page that begins to listen to messages of other windows. Two libraries of the panel send themselves messages, to go on
 * a moment later: their listeners ask first whether the message is of their own window.
 */
const listenersOf = async (page: Page): Promise<string[]> => {
  const seen: string[] = [];
  await page.exposeFunction('listensToMessages', (line: string) => seen.push(line));
  await page.addInitScript(() => {
    const { listensToMessages } = window as unknown as { listensToMessages(line: string): void };
    const usual = window.addEventListener;
    window.addEventListener = function (this: Window, ...heard: [string, never]) {
      if (heard[0] === 'message' && !/\bsource(===|:\w+,)/.test(String(heard[1])))
        listensToMessages(location.pathname);
      return usual.apply(this, heard);
    } as typeof window.addEventListener;
    Object.defineProperty(window, 'onmessage', {
      set: () => listensToMessages(location.pathname),
    });
  });
  return seen;
};

/** Opens a page and waits until it has loaded what it loads. */
const look = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await page.waitForLoadState('networkidle');
};

test('the panel does nothing that its content policy forbids, and listens to no other window', async ({
  page,
}) => {
  const clinic = await openClinic();
  const seen = await violationsOf(page);
  const listening = await listenersOf(page);
  await signInToPanel(page, clinic.url, await staffWith(clinic, 'clinic-admin'));
  const { rows } = await clinic.db.query('select document_id from patients order by id limit 1');
  const nouns = '/admin/content-manager/collection-types';
  for (const path of [
    '/admin',
    `${nouns}/api::patient.patient`,
    `${nouns}/api::patient.patient/${rows[0].document_id}`,
    `${nouns}/api::appointment.appointment/create`,
    '/admin/content-manager/single-types/api::clinic.clinic',
    '/admin/plugins/scheduling/calendar',
    '/admin/plugins/billing',
    '/admin/plugins/reminders/messages',
    `/admin/plugins/access/patients/${rows[0].document_id}/chart`,
    '/admin/plugins/access/trail',
    '/admin/plugins/upload',
    '/admin/settings/application-infos',
    '/admin/me',
  ])
    await look(page, `${clinic.url}${path}`);
  // A library of the panel asks on each page whether text may become code. It may not, and the library goes without.
  expect(seen.filter((line) => !line.endsWith(': script-src eval'))).toEqual([]);
  expect(listening).toEqual([]);
  await page.evaluate(() => addEventListener('message', () => undefined));
  await expect.poll(() => listening).toEqual(['/admin/me']);
  await clinic.close();
});

test('the portal does nothing that its content policy forbids, and a script in its text would not run', async ({
  page,
}) => {
  const clinic = await openClinic();
  const portal = await clinic.startPortal();
  const seen = await violationsOf(page);
  for (const path of ['/en', '/ro', '/en/book', '/en/sign-in', '/en/register', '/en/nothing'])
    await look(page, `${portal.url}${path}`);
  await page.goto(`${portal.url}/en/sign-in`);
  await page.getByLabel('E-mail address').fill('patient@enamel.test');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/en\/visits$/);
  for (const path of ['/en/visits', '/en/teeth', '/en/invoices', '/en/visits/feed'])
    await look(page, `${portal.url}${path}`);
  expect(seen).toEqual([]);

  // The listener hears: an inline script is refused and named.
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
  });
  await expect.poll(() => seen.length).toBeGreaterThan(0);
  expect(await page.evaluate(() => 'injected' in window)).toBe(false);
  await clinic.close();
});
