import { type Browser, expect, type Page, test } from '@playwright/test';
import { seal } from '../../portal/src/lib/seal.ts';
import { barriers } from '../support/browser.ts';
import { type Clinic, openClinic, type Server } from '../support/clinic.ts';
import { confirmAddress } from '../support/people.ts';

const password = 'Enamel-demo-2026';
let clinic: Clinic;
let portal: Server;

test.beforeAll(async () => {
  clinic = await openClinic();
  portal = await clinic.startPortal();
});
test.afterAll(async () => {
  await clinic?.close();
});

/** A browser without scripts: what works here works for everybody. */
const plainPage = async (browser: Browser, width = 1440): Promise<Page> => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: portal.url,
    viewport: { width, height: 900 },
  });
  return context.newPage();
};

const main = (page: Page) => page.getByRole('main');
const forward = (page: Page, name: RegExp) => main(page).getByRole('button', { name }).click();
/** An answer among the cards of a question. */
const choose = (page: Page, nth: number) => main(page).locator('a.option').nth(nth).click();

/** Serves as a name that no other test has used. */
let people = 0;
const someone = () => {
  people += 1;
  return `new-${people}-${process.pid}@example.com`;
};

const register = async (page: Page, email: string) => {
  await page.getByLabel('First name').fill('Ileana');
  await page.getByLabel('Last name').fill('Cosânzeană');
  await page.getByLabel('Day', { exact: true }).fill('27');
  await page.getByLabel('Month').fill('3');
  await page.getByLabel('Year').fill('1986');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Choose a password').fill('three good words');
  await forward(page, /Create the account/);
  await expect.poll(() => confirmAddress(clinic, email)).toBe(true);
};

const signIn = async (page: Page, email = 'patient@enamel.test') => {
  await page.goto('/en/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await forward(page, /^Sign in$/);
  await expect(page).toHaveURL(/\/en\/visits$/);
};

/** Up to the choice of a time, far enough ahead that it may still be moved. */
const reachTimes = async (page: Page, language: 'en' | 'ro' = 'en') => {
  await page.goto(`/${language}/book`);
  await choose(page, 0);
  await expect(page).toHaveURL(/book\/location/);
  await choose(page, 0);
  await choose(page, 0);
  await expect(page).toHaveURL(/practitioner=any/);
  await main(page).locator('a[rel=next]').click();
};

const takeTime = async (page: Page, nth = 0) => {
  const time = page.locator('input[name=slot]').nth(nth);
  const value = await time.getAttribute('value');
  const day = page.locator('details', { has: page.locator(`input[value="${value}"]`) });
  if ((await day.getAttribute('open')) === null) await day.locator('summary').click();
  await time.check();
  await forward(page, /Continue|Continuă/);
  return String(value);
};

const booked = async (): Promise<number> => {
  const { rows } = await clinic.db.query(
    `select count(*)::int as n from appointments where booked_via = 'portal'`,
  );
  return rows[0].n;
};

const tokenOf = async (email: string, secret = password): Promise<string> => {
  const answer = await fetch(`${clinic.url}/api/auth/local`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ identifier: email, password: secret }),
  });
  return (await answer.json()).jwt;
};

test('a new patient books in English with scripts off, and registers on the way', async ({
  browser,
}) => {
  const page = await plainPage(browser);
  const before = await booked();
  await page.goto('/en');
  await main(page).getByRole('link', { name: 'Book a visit' }).click();
  await expect(page.getByText('Step 1 of 5')).toBeVisible();
  await reachTimes(page);
  await expect(page.getByRole('heading', { name: 'When suits you?' })).toBeVisible();
  await takeTime(page);
  await expect(page.getByText('Step 5 of 5')).toBeVisible();
  await register(page, someone());
  await expect(page.getByRole('heading', { name: 'Check your answers' })).toBeVisible();
  expect(await booked()).toBe(before);
  await page.getByLabel('What brings you in?').fill('A tooth hurts when I chew');
  await forward(page, /Confirm the booking/);
  await expect(page.getByRole('heading', { name: 'Your visit is booked' })).toBeVisible();
  expect(page.url()).not.toContain('Ileana');
  expect(await booked()).toBe(before + 1);

  const cookies = await page.context().cookies();
  expect(cookies.map(({ name }) => name).sort()).toEqual(['enamel', 'enamel-device']);
  for (const cookie of cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Add to calendar' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.ics$/);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.goto('/en/visits');
  await expect(page).toHaveURL(/sign-in/);
  await page.context().close();
});

test('a patient who is signed in books in Romanian, moves the visit and cancels it', async ({
  browser,
}) => {
  const page = await plainPage(browser, 390);
  await page.goto('/ro/sign-in');
  await page.getByLabel('Adresa de e-mail').fill('patient@enamel.test');
  await page.getByLabel('Parola').fill(password);
  await forward(page, /Autentificare/);
  await reachTimes(page, 'ro');
  await expect(page.getByText('Pasul 4 din 4')).toBeVisible();
  await takeTime(page, 2);
  await expect(page.getByRole('heading', { name: 'Verificați răspunsurile' })).toBeVisible();
  await forward(page, /Confirmă programarea/);
  await expect(page.getByRole('heading', { name: 'Vizita este programată' })).toBeVisible();
  const id = new URL(page.url()).searchParams.get('appointment');
  const stored = async () =>
    (
      await clinic.db.query('select starts_at, status from appointments where document_id = $1', [
        id,
      ])
    ).rows[0];
  const first = await stored();

  await main(page).getByRole('link', { name: 'Mută' }).click();
  await takeTime(page, 5);
  await forward(page, /Mută vizita/);
  await expect(page.getByText('Vizita a fost mutată.')).toBeVisible();
  const second = await stored();
  expect(second.starts_at).not.toEqual(first.starts_at);

  await page.goto(`/ro/visits/${id}/cancel`);
  await forward(page, /Anulează vizita/);
  await expect(page.getByRole('alert')).toContainText('Spuneți-ne într-un cuvânt');
  expect((await stored()).status).toBe('confirmed');
  await page.getByLabel('De ce anulați?').fill('Sunt răcit');
  await forward(page, /Anulează vizita/);
  await expect(page.getByText('Vizita este anulată.')).toBeVisible();
  expect((await stored()).status).toBe('cancelled');
  await page.context().close();
});

test('a time that was taken meanwhile keeps the answers and offers the three nearest', async ({
  browser,
}) => {
  const page = await plainPage(browser);
  const other = await plainPage(browser);
  const rival = someone();
  await other.goto('/en/register');
  await register(other, rival);
  await signIn(page);
  await reachTimes(page);
  const [start, practitioner] = (await takeTime(page, 1)).split('~');
  await page.getByLabel('What brings you in?').fill('Kept whatever happens');
  // While it is kept nobody else gets it; then the five minutes are over.
  await clinic.db.query(`update holds set expires_at = now() - interval '1 second'`);
  await clinic.db.query(
    `update time_claims set expires_at = now() - interval '1 second' where source_kind = 'hold'`,
  );
  const query = new URL(page.url()).searchParams;
  const taken = await fetch(`${clinic.url}/api/scheduling/bookings`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${await tokenOf(rival, 'three good words')}`,
    },
    body: JSON.stringify({
      appointmentType: query.get('service'),
      location: query.get('location'),
      practitioner,
      start,
    }),
  });
  expect(taken.status).toBe(201);
  const before = await booked();
  await forward(page, /Confirm the booking/);
  await expect(page.getByRole('alert')).toContainText('Somebody has just taken this time');
  await expect(page.locator('input[name=slot]')).toHaveCount(3);
  await expect(page.getByLabel('What brings you in?')).toHaveValue('Kept whatever happens');
  expect(await booked()).toBe(before);
  await forward(page, /Confirm the booking/);
  await expect(page.getByRole('heading', { name: 'Your visit is booked' })).toBeVisible();
  expect(await booked()).toBe(before + 1);
  await page.context().close();
  await other.context().close();
});

test('the same answers sent twice book once', async ({ browser }) => {
  const page = await plainPage(browser);
  await signIn(page);
  await reachTimes(page);
  await takeTime(page, 7);
  const before = await booked();
  const form = await main(page)
    .locator('form', { has: page.locator('textarea') })
    .evaluate((element) =>
      Object.fromEntries(
        [...new FormData(element as HTMLFormElement)].map(([name, value]) => [name, String(value)]),
      ),
    );
  const send = () =>
    page.request.post(page.url(), {
      form,
      headers: { Origin: portal.url },
      maxRedirects: 0,
    });
  const [one, two] = await Promise.all([send(), send()]);
  expect(one.status()).toBe(303);
  expect(two.headers().location).toBe(one.headers().location);
  expect(await booked()).toBe(before + 1);

  const foreign = await page.request.post(page.url(), {
    form,
    headers: { Origin: 'https://elsewhere.example' },
    maxRedirects: 0,
  });
  expect(foreign.status()).toBe(403);
  expect(await booked()).toBe(before + 1);
  await page.context().close();
});

test('a session outlives its access token, and ends when the clinic ends it', async ({
  browser,
}) => {
  const signedIn = await fetch(`${clinic.url}/api/auth/local`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ identifier: 'patient@enamel.test', password }),
  });
  const { refreshToken } = await signedIn.json();
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const stale = `${part({ alg: 'HS256' })}.${part({ exp: 1_700_000_000 })}.c3RhbGU`;
  const page = await plainPage(browser);
  const keep = async (refresh: string) =>
    page.context().addCookies([
      {
        name: 'enamel',
        value: await seal({ access: stale, refresh }, 'test-portal_secret-0123456789', 600),
        url: portal.url,
      },
    ]);
  await keep(refreshToken);
  const [one, two] = await Promise.all([
    page.request.get('/en/visits', { maxRedirects: 0 }),
    page.request.get('/en/invoices', { maxRedirects: 0 }),
  ]);
  expect([one.status(), two.status()]).toEqual([200, 200]);
  await page.goto('/en/visits');
  await expect(page.getByRole('heading', { name: 'Hello, Ana' })).toBeVisible();
  await keep('not-a-refresh-token');
  await page.goto('/en/visits');
  await expect(page).toHaveURL(/sign-in/);
  await page.context().close();
});

test('wrong passwords and faulty details are told in words, and nothing typed is lost', async ({
  browser,
}) => {
  const page = await plainPage(browser);
  await page.goto('/en/sign-in');
  await page.getByLabel('E-mail address').fill('patient@enamel.test');
  await page.getByLabel('Password').fill('not the password');
  await forward(page, /^Sign in$/);
  await expect(page.getByRole('alert')).toContainText('is not right');
  await expect(page.getByLabel('E-mail address')).toHaveValue('patient@enamel.test');

  await page.goto('/ro/register');
  await page.getByLabel('Prenume').fill('Ștefania');
  await page.getByLabel('Ziua').fill('31');
  await page.getByLabel('Luna').fill('2');
  await page.getByLabel('Anul').fill('1990');
  await page.getByLabel('Adresa de e-mail').fill('patient@enamel.test');
  await page.getByLabel('Alegeți o parolă').fill('scurt');
  await forward(page, /Creează contul/);
  await expect(page).toHaveTitle(/^Eroare: /);
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(3);
  await expect(page.getByLabel('Prenume')).toHaveValue('Ștefania');
  await expect(page.getByLabel('Ziua')).toHaveValue('31');
  await page.getByLabel('Nume', { exact: true }).fill('Pop');
  await page.getByLabel('Ziua').fill('28');
  await page.getByLabel('Alegeți o parolă').fill('trei cuvinte bune');
  await forward(page, /Creează contul/);
  await expect(page.getByRole('alert')).toContainText('Există deja un cont');
  await page.context().close();
});

/** A link to the history form of the demo patient, as the desk sends it. */
const formLink = async (): Promise<{ path: string; dateOfBirth: string }> => {
  const post = async (path: string, body: object, token?: string) => {
    const answer = await fetch(`${clinic.url}${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify(body),
    });
    return (await answer.json()).data;
  };
  const { token } = await post('/admin/login', { email: 'admin@enamel.test', password });
  const { rows } = await clinic.db.query(
    `select document_id, date_of_birth::text as born from patients where email = 'patient@enamel.test'`,
  );
  const { url } = await post('/intake/links', { patient: rows[0].document_id }, token);
  return { path: new URL(url).pathname, dateOfBirth: rows[0].born };
};

const answerForm = async (page: Page) => {
  for (const question of await main(page).locator('form fieldset.field').all())
    if ((await question.locator('.choice').count()) > 0)
      await question.locator('.choice input').last().check();
  for (const line of await main(page).locator('input[aria-required], textarea').all())
    await line.fill('2');
  await main(page).locator('button[value=check]').click();
};

const giveBirthDate = async (page: Page, date: string) => {
  const [year = '', month = '', day = ''] = date.split('-');
  await page.locator('[name=dateOfBirth-day]').fill(day);
  await page.locator('[name=dateOfBirth-month]').fill(month);
  await page.locator('[name=dateOfBirth-year]').fill(year);
};

const responses = async (): Promise<number> =>
  (await clinic.db.query('select count(*)::int as n from questionnaire_responses')).rows[0].n;

test('the history form is filled in and signed without a script, once', async ({ browser }) => {
  const { path, dateOfBirth } = await formLink();
  const page = await plainPage(browser, 390);
  const before = await responses();
  await page.goto(path);
  await main(page).locator('button[value=check]').click();
  await expect(page.getByRole('alert')).toBeVisible();
  await answerForm(page);
  await giveBirthDate(page, '1901-01-01');
  await page.locator('#signature').fill('Ana Mărin');
  await main(page).locator('button[value=send]').click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.locator('#signature')).toHaveValue('Ana Mărin');
  expect(await responses()).toBe(before);
  await giveBirthDate(page, dateOfBirth);
  await main(page).locator('button[value=send]').click();
  await expect(page).toHaveURL(/forms\/sent$/);
  expect(await responses()).toBe(before + 1);
  expect((await page.goto(path))?.status()).toBe(410);
  await page.context().close();
});

test('a hand signs on the canvas', async ({ browser }) => {
  const { path, dateOfBirth } = await formLink();
  const context = await browser.newContext({ baseURL: portal.url });
  const page = await context.newPage();
  const before = await responses();
  await page.goto(path);
  await answerForm(page);
  await giveBirthDate(page, dateOfBirth);
  await page.locator('canvas').scrollIntoViewIfNeeded();
  const box = await page.locator('canvas').boundingBox();
  if (!box) throw new Error('no canvas to sign on');
  await page.mouse.move(box.x + 40, box.y + 90);
  await page.mouse.down();
  for (let step = 0; step <= 12; step += 1)
    await page.mouse.move(box.x + 40 + step * 20, box.y + 90 + (step % 2 ? -40 : 40));
  await page.mouse.up();
  await main(page).locator('button[value=send]').click();
  await expect(page).toHaveURL(/forms\/sent$/);
  expect(await responses()).toBe(before + 1);
  await context.close();
});

test('an invoice is seen, fetched as a PDF, and paid at the desk when the clinic has no Stripe', async ({
  browser,
}) => {
  const page = await plainPage(browser);
  await signIn(page);
  await main(page)
    .getByRole('link', { name: /See and pay/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Invoice');
  const pdf = await page.request.get(`${page.url()}/invoice.pdf`);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await forward(page, /Pay .* online/);
  await expect(page.getByText('Pay at the desk', { exact: true })).toBeVisible();
  const stranger = await plainPage(browser);
  await stranger.goto('/en/register');
  await register(stranger, someone());
  expect((await stranger.goto(new URL(page.url()).pathname))?.status()).toBe(404);
  await page.context().close();
  await stranger.context().close();
});

test('a patient sees the own teeth and treatments without a script, in the notation of the clinic', async ({
  browser,
}) => {
  const page = await plainPage(browser);
  await signIn(page);
  await page.getByRole('navigation').getByRole('link', { name: 'My teeth' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My teeth' })).toBeVisible();
  const tooth = (number: string) => page.getByRole('img', { name: new RegExp(`^${number}, `) });
  await expect(tooth('18')).toHaveAccessibleName(/upper right third molar/);
  await expect(
    main(page).getByRole('listitem').filter({ hasText: 'Completed' }).first(),
  ).toBeVisible();
  await clinic.db.query(`update clinics set tooth_notation = 'universal'`);
  await page.goto('/ro/teeth');
  await expect(tooth('1')).toHaveAccessibleName(/al treilea molar superior drept/);
  await clinic.db.query(`update clinics set tooth_notation = 'fdi'`);

  const stranger = await plainPage(browser, 390);
  await stranger.goto('/en/teeth');
  await expect(stranger).toHaveURL(/sign-in\?next=%2Fen%2Fteeth/);
  await stranger.goto('/en/register');
  await register(stranger, someone());
  await stranger.goto('/en/teeth');
  await expect(stranger.getByRole('heading', { name: 'No treatments yet' })).toBeVisible();
  await page.context().close();
  await stranger.context().close();
});

test('the medical form waits under what needs doing until it is sent', async ({ browser }) => {
  const page = await plainPage(browser, 390);
  await page.goto('/en/register');
  await register(page, someone());
  await page.goto('/en/visits');
  const waiting = main(page).getByText('Fill in your medical history form', { exact: true });
  await expect(waiting).toHaveCount(0);
  await reachTimes(page);
  await takeTime(page, 9);
  await forward(page, /Confirm the booking/);
  await page.goto('/en/visits');
  await expect(main(page).getByText(/^Before your visit on/)).toBeVisible();
  await forward(page, /^Fill in/);
  await expect(page).toHaveURL(/\/en\/forms\/[\w-]{43}$/);
  await answerForm(page);
  await giveBirthDate(page, '1986-03-27');
  await page.locator('#signature').fill('Ileana Cosânzeană');
  await main(page).locator('button[value=send]').click();
  await expect(page).toHaveURL(/forms\/sent$/);
  await page.goto('/en/visits');
  await expect(page.getByRole('heading', { name: 'Your next visit' })).toBeVisible();
  await expect(main(page).getByText(/^Before your visit on/)).toHaveCount(0);
  await page.context().close();
});

test('the start page tells when each place is open', async ({ browser }) => {
  const page = await plainPage(browser, 390);
  await page.goto('/en');
  const places = page.locator('#places ~ ul > li');
  for (const place of await places.all())
    await expect(place.getByRole('row').first()).toContainText(/\d\d:\d\d–\d\d:\d\d/);
  await expect(places).toHaveCount(2);
  await page.context().close();
});

const lookedAt = [
  '/en',
  '/ro',
  '/en/book',
  '/en/sign-in',
  '/ro/register',
  '/en/forms/not-a-link-at-all-0123',
  '/en/nowhere',
];

test('every page passes axe, fits a phone and asks nothing of another site', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  for (const scheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      baseURL: portal.url,
      viewport: { width: 390, height: 844 },
      colorScheme: scheme,
    });
    const page = await context.newPage();
    const foreign: string[] = [];
    const refused: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(portal.url)) foreign.push(request.url());
    });
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(message.text());
    });
    const look = async () => {
      expect(await barriers(page), page.url()).toEqual([]);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(wider, page.url()).toBeLessThanOrEqual(0);
    };
    for (const path of lookedAt) {
      await page.goto(path);
      await look();
    }
    await reachTimes(page);
    await look();
    await takeTime(page, 0);
    await look();
    await forward(page, /Create the account/);
    await look();
    await signIn(page);
    await look();
    for (const path of ['/en/invoices', '/en/teeth', '/ro/teeth']) {
      await page.goto(path);
      await look();
    }
    expect(foreign).toEqual([]);
    expect(refused).toEqual([]);
    await context.close();
  }
});
