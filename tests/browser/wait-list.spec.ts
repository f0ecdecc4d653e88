import { type Browser, expect, type Page, test } from '@playwright/test';
import { barriers, signInToPanel } from '../support/browser.ts';
import { expectFineEverywhere } from '../support/looks.ts';
import { staffToken } from '../support/people.ts';
import { addLocation, addPatient, idOf, password, signIn } from '../support/schedule.ts';
import { type Stage, setStage } from './journey/stage.ts';

let stage: Stage;
const everyDay = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
/** Ten days from now, at two in the afternoon in Bucharest. */
const day = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
const two = () =>
  Temporal.PlainDateTime.from(`${day}T14:00`)
    .toZonedDateTime('Europe/Bucharest')
    .toString({ timeZoneName: 'never' });

test.beforeAll(async ({ browser }) => {
  stage = await setStage(browser);
  await addLocation(stage.clinic.db, 'South', {
    zone: 'Europe/Bucharest',
    chairs: 1,
    practitioners: [
      { name: 'Dan', hours: everyDay.map((name) => [name, '08:00', '20:00'] as const) },
    ],
    types: [{ name: 'Polish', duration: 60 }],
  });
  for (const name of ['vera', 'walter', 'xenia', 'yannis', 'zoe', 'zina'])
    await addPatient(stage.clinic.db, name);
});
test.afterAll(() => stage?.close());

/** What fades in or out has no contrast for a moment. */
const expectAccessible = (page: Page, where: string, wcagOnly = false) =>
  expect.poll(() => barriers(page, { wcagOnly }), { message: where }).toEqual([]);

const signInToPortal = async (page: Page, name: string) => {
  await page.goto(`${stage.portal.url}/en/sign-in`);
  await page.getByLabel('E-mail address').fill(`${name}@stories.test`);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/en\/visits$/);
};

const bookFor = async (name: string): Promise<string> => {
  const answer = await fetch(`${stage.clinic.url}/api/scheduling/bookings`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await signIn(stage.clinic.url, name)}`,
    },
    body: JSON.stringify({
      appointmentType: idOf('Polish'),
      location: idOf('South'),
      practitioner: idOf('Dan'),
      start: two(),
    }),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { data: { documentId: string } }).data.documentId;
};

const join = async (page: Page) => {
  await signInToPortal(page, 'vera');
  const choice = new URLSearchParams({
    service: idOf('Polish'),
    location: idOf('South'),
    practitioner: 'any',
  });
  await page.goto(`${stage.portal.url}/en/book/time?${choice}`);
  await page.getByRole('link', { name: 'No time suits me' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Which times would suit you?');
  await expectAccessible(page, 'joining');
  await page.getByLabel('Begins from').fill('13:00');
  await page.getByLabel('Begins before').fill('12:00');
  await page.getByRole('button', { name: 'Put me on the list' }).click();
  await expect(page.getByRole('alert')).toContainText('The last time must be after the first one');
  await page.getByLabel('Begins before').fill('16:00');
  await page.getByRole('button', { name: 'Put me on the list' }).click();
  await expect(page.getByRole('status')).toContainText('You are on the wait list');
  await expect(page.getByRole('main')).toContainText('13:00–16:00');
  await expectAccessible(page, 'own list');
};

const cancel = async (page: Page, visit: string) => {
  await signInToPortal(page, 'walter');
  await page.goto(`${stage.portal.url}/en/visits/${visit}/cancel`);
  await page.getByLabel('Why do you cancel?').fill('I am ill');
  await page.getByRole('button', { name: 'Cancel the visit' }).click();
  await expect(page.getByRole('status')).toContainText('cancelled');
};

/** With the keyboard alone, once the page is there. */
const offer = async (page: Page) => {
  await signInToPanel(page, stage.clinic.url, 'desk@enamel.test');
  await page.goto(`${stage.clinic.url}/admin/plugins/scheduling/wait-list`);
  await expect(page.getByRole('link', { name: 'vera Storyteller' })).toBeVisible();
  await expectAccessible(page, 'wait list', true);
  await page.getByRole('link', { name: 'Free gaps' }).press('Enter');
  const open = page.getByRole('button', { name: 'Who could come?' });
  await expect(open).toBeVisible();
  await open.press('Enter');
  const first = page
    .getByRole('list', { name: /Who could take/ })
    .getByRole('listitem')
    .first();
  await expect(first).toContainText('vera Storyteller');
  await expect(first).toContainText('wants these hours');
  await expectAccessible(page, 'gap', true);
  await first.getByRole('button', { name: /^Offer .* to vera Storyteller$/ }).press('Enter');
  await expect(page.getByText(/^Offered to vera Storyteller until/)).toBeVisible();
  await expect(page.getByRole('button', { name: /Take back the offer to vera/ })).toBeVisible();
};

/** In a browser without scripts, signed in nowhere. */
const accept = async (browser: Browser) => {
  const mail = await stage.standIns.mail.waitFor('vera@stories.test', ({ subject }) =>
    subject.startsWith('A time for you'),
  );
  const link = mail.links.find((address) => address.includes('/offers/')) ?? '';
  const bare = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await bare.goto(link);
  await expect(bare.getByRole('heading', { level: 1 })).toHaveText('A time is free for you');
  await expect(bare.getByRole('main')).toContainText('14:00–15:00');
  await expect(bare.getByRole('main')).toContainText('We keep it for you until');
  await bare.getByRole('button', { name: 'Accept this time' }).press('Enter');
  await expect(bare.getByRole('heading', { level: 1 })).toHaveText('This visit is yours');
  await bare.goto(link);
  await expect(bare.getByRole('heading', { level: 1 })).toHaveText('This visit is yours');
  await bare.context().close();
  return link;
};

test('a patient waits, another cancels, the desk offers with one click, and the calendar shows who comes', async ({
  browser,
}) => {
  const visit = await bookFor('walter');
  await join(await stage.window('phone'));
  await cancel(await stage.window('phone'), visit);
  const desk = await stage.window('desk');
  await offer(desk);
  const link = await accept(browser);
  const phone = await stage.window('phone');
  await phone.goto(link);
  await expectAccessible(phone, 'accepted');
  await desk.goto(
    `${stage.clinic.url}/admin/plugins/scheduling/calendar?date=${day}&location=${idOf('South')}`,
  );
  await expect(desk.getByText('vera Storyteller').first()).toBeVisible();
  await desk.goto(`${stage.clinic.url}/admin/plugins/scheduling/wait-list/gaps`);
  await expect(desk.getByText('No gap is free').first()).toBeVisible();
});

const desk = async (method: 'POST' | 'PUT', path: string, body: object, role = 'front-desk') => {
  const answer = await fetch(`${stage.clinic.url}/scheduling${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await staffToken(stage.clinic, role)}`,
    },
    body: JSON.stringify(body),
  });
  return ((await answer.json()) as { data: { documentId: string; id: string } }).data;
};

/** Offers `name` a time of that day. @returns the path of the mailed link, without its language */
const offerTo = async (name: string, hour: number) => {
  const target = {
    patient: idOf(name),
    appointmentType: idOf('Polish'),
    location: idOf('South'),
  };
  const entry = await desk('POST', '/wait-list', target);
  const start = two().replace('T14', `T${hour}`);
  const time = { entry: entry.documentId, practitioner: idOf('Dan'), start };
  const { id } = await desk('POST', '/wait-list/offers', time);
  const mail = await stage.standIns.mail.waitFor(
    `${name}@stories.test`,
    ({ subject }) => subject.startsWith('A time for you') && subject.includes(`${hour}:00`),
  );
  const link = mail.links.find((address) => address.includes('/offers/')) ?? '';
  return { id, path: new URL(link).pathname.replace('/en/', '/') };
};

/** Keeps a picture of a page where LOOK names a folder, to be looked at. */
const look = async (page: Page, name: string) => {
  if (process.env.LOOK)
    await page.screenshot({ path: `${process.env.LOOK}/${name}.png`, fullPage: true });
};

/** The page of a link in both languages, on a phone and on a desk. */
const lookAtOffer = async (browser: Browser, path: string, name: string) => {
  for (const [language, width, colorScheme] of [
    ['en', 1440, 'light'],
    ['ro', 390, 'light'],
    ['ro', 390, 'dark'],
  ] as const) {
    const context = await browser.newContext({
      viewport: { width, height: 844 },
      colorScheme,
    });
    const page = await context.newPage();
    await page.goto(`${stage.portal.url}/${language}${path}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await expectAccessible(page, `${name} ${language} ${width} ${colorScheme}`);
    await look(page, `offer-${name}-${language}-${width}-${colorScheme}`);
    await context.close();
  }
};

test('whoever is asked may say no, may be too late, and finds out kindly', async ({ browser }) => {
  const no = await offerTo('xenia', 10);
  await lookAtOffer(browser, no.path, 'open');
  const phone = await stage.window('phone');
  await phone.goto(`${stage.portal.url}/en${no.path}`);
  await phone.getByRole('button', { name: 'It does not suit me' }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Thank you for telling us');
  await expect(phone.getByRole('button', { name: 'Accept this time' })).toHaveCount(0);
  await lookAtOffer(browser, no.path, 'declined');

  const late = await offerTo('yannis', 11);
  await phone.goto(`${stage.portal.url}/en${late.path}`);
  await stage.clinic.db.query(
    `update wait_list_offers set expires_at = now() - interval '1 minute' where id = $1`,
    [late.id],
  );
  await phone.getByRole('button', { name: 'Accept this time' }).click();
  await expect(phone.getByRole('button', { name: 'Accept this time' })).toHaveCount(0);
  await expect(phone.getByRole('main')).toContainText('You stay on the list');
  await lookAtOffer(browser, late.path, 'expired');

  const taken = await offerTo('zoe', 16);
  await desk('POST', `/wait-list/offers/${taken.id}/withdraw`, {});
  await phone.goto(`${stage.portal.url}/en${taken.path}`);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('This offer was taken back');
  await lookAtOffer(browser, taken.path, 'withdrawn');
});

test('the clinic lets freed times go out by themselves, and the calendar shows what is kept', async ({
  browser,
}) => {
  const page = await stage.window('desk');
  await signInToPanel(page, stage.clinic.url, 'admin@enamel.test');
  await page.goto(`${stage.clinic.url}/admin/plugins/scheduling/wait-list`);
  await expect(page.getByText(/Freed times wait under Free gaps/)).toBeVisible();
  await look(page, 'list-1440');
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByLabel('Minutes to decide').fill('3');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('A whole number from 5 to 1440')).toBeVisible();
  await page.getByLabel('Minutes to decide').fill('45');
  await page.getByLabel('Offer freed times by themselves').click();
  await expect(page.getByRole('dialog')).toContainText('who has 45 minutes of opening hours');
  expect(await barriers(page, { wcagOnly: true, within: '[role=dialog]' })).toEqual([]);
  await look(page, 'mode-1440');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/who has 45 minutes of opening hours/)).toBeVisible();
  await expectAccessible(page, 'automatic', true);

  await offerTo('zina', 12);
  await page.goto(
    `${stage.clinic.url}/admin/plugins/scheduling/calendar?date=${day}&location=${idOf('South')}`,
  );
  await expect(page.getByText(/^Offered until/)).toBeVisible();
  await look(page, 'calendar-1440');

  // In Romanian as well: its words are longer.
  await stage.clinic.db.query(
    `update admin_users set prefered_language = 'ro' where email = 'desk@enamel.test'`,
  );
  const context = await browser.newContext();
  const romanian = await context.newPage();
  await signInToPanel(romanian, stage.clinic.url, 'desk@enamel.test');
  for (const [name, path] of [
    ['list', 'wait-list'],
    ['gaps', 'wait-list/gaps'],
    ['calendar', `calendar?date=${day}&location=${idOf('South')}`],
  ] as const) {
    await romanian.goto(`${stage.clinic.url}/admin/plugins/scheduling/${path}`);
    await expect(romanian.getByRole('heading', { level: 1 })).toBeVisible();
    await expectFineEverywhere(romanian, `${name}-ro`);
  }
  await romanian.goto(`${stage.clinic.url}/admin/plugins/scheduling/wait-list`);
  await romanian.getByRole('button', { name: 'Adăugați pe listă' }).click();
  await expect(romanian.getByRole('dialog')).toBeVisible();
  await expectFineEverywhere(romanian, 'entry-ro');
  await context.close();
});
