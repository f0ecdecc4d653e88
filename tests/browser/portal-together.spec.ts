import { type Browser, expect, type Page, test } from '@playwright/test';
import { barriers } from '../support/browser.ts';
import { type Clinic, openClinic, type Server } from '../support/clinic.ts';
import { type MailServer, startMailServer } from '../support/mail.ts';
import { look, main, press } from '../support/portal.ts';
import { buildRoad, type Road } from '../support/road.ts';
import { addLocation, addPatient, idOf, password, weekdays } from '../support/schedule.ts';

let clinic: Clinic;
let portal: Server;
let mail: MailServer;
let road: Road;

test.beforeAll(async () => {
  mail = await startMailServer();
  clinic = await openClinic({
    variables: {
      CLOCK_START: '2027-03-01T07:00:00Z',
      SMTP_URL: mail.url,
      REMINDER_TICK_SECONDS: '1',
    },
  });
  await addLocation(clinic.db, 'Hill', {
    zone: 'Europe/Bucharest',
    chairs: 1,
    practitioners: [
      { name: 'Ana', hours: weekdays.map((day) => [day, '09:00', '17:00'] as const) },
    ],
    types: [
      { name: 'Brace check', duration: 30 },
      { name: 'Polishing', duration: 45 },
    ],
  });
  for (const name of ['mara', 'lia', 'ion']) await addPatient(clinic.db, name);
  await clinic.db.query(
    `insert into patients_guarantor_lnk (patient_id, inv_patient_id)
     select p.id, g.id from patients p, patients g where p.document_id = $1 and g.document_id = $2`,
    [idOf('lia'), idOf('mara')],
  );
  await clinic.db.query(
    `with made as (
       insert into time_offs (document_id, kind, starts_at, ends_at, created_at, updated_at, published_at)
       values ($1, 'holiday', '2027-04-11 21:00', '2027-04-25 21:00', now(), now(), now()) returning id)
     insert into time_offs_practitioner_lnk (time_off_id, practitioner_id)
     select made.id, p.id from made, practitioners p where p.document_id = $2`,
    [idOf('holiday'), idOf('Ana')],
  );
  road = await buildRoad(clinic.url);
  portal = await clinic.startPortal({ API_URL: road.url });
});
test.afterAll(async () => {
  road?.stop();
  await clinic?.close();
  await mail?.stop();
});

const open = async (browser: Browser, name: string): Promise<Page> => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: portal.url,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto('/en/sign-in');
  await page.getByLabel('E-mail').fill(`${name}@stories.test`);
  await page.getByLabel('Password').fill(password);
  await press(page, /Sign in/);
  await expect(page.getByRole('heading', { name: new RegExp(name) })).toBeVisible();
  return page;
};

const visits = async () =>
  (
    await clinic.db.query(
      `select to_char(a.starts_at at time zone 'UTC' at time zone 'Europe/Bucharest', 'MM-DD HH24:MI') as start,
         p.first_name as who, a.status, a.reason
       from appointments a join appointments_patient_lnk l on l.appointment_id = a.id
       join patients p on p.id = l.patient_id
       where p.document_id = any ($1) order by a.starts_at`,
      [['mara', 'lia', 'ion'].map(idOf)],
    )
  ).rows.map(({ start, who, status, reason }) => [start, who, status, reason].join(' '));

const check = (time: string) =>
  `/en/book/check?${new URLSearchParams({
    service: idOf('Brace check'),
    location: idOf('Hill'),
    practitioner: 'any',
    slot: `${time}~${idOf('Ana')}`,
  })}`;

test('a mother books her check and her child’s polishing back to back without scripts, moves them and cancels them', async ({
  browser,
}) => {
  const page = await open(browser, 'mara');
  await page.goto(check('2027-03-10T09:00:00+02:00'));
  await page.getByLabel('What brings you in?').fill('Before the holidays');
  await press(page, /Add another service or person/);
  await expect(page.getByRole('heading', { name: /for whom/ })).toBeVisible();
  await expect(page.getByLabel('What, Visit 1')).toHaveValue(idOf('Brace check'));
  await press(page, /Show free times/);
  await expect(page.getByRole('alert')).toContainText('Choose what you need');
  await press(page, /Add a visit/);
  await page.getByLabel('What, Visit 3').selectOption(idOf('Polishing'));
  await page.getByLabel(/Who is it for.*3$/).selectOption({ label: 'For lia Storyteller' });
  await press(page, /Remove visit 2/);
  await expect(page.getByLabel(/Who is it for.*2$/)).toHaveValue(idOf('lia'));
  await look(page, 'together-rows');
  await press(page, /Show free times/);
  await expect(page.getByRole('heading', { name: 'When do they suit you?' })).toBeVisible();
  await press(page, /Continue/);
  await expect(page.getByRole('alert')).toContainText('Choose a time');
  await look(page, 'together-times');
  const time = page.locator('input[name=slot][value^="2027-03-03T09:15"]');
  await page.locator('details', { has: time }).evaluate((day) => day.setAttribute('open', ''));
  await time.check();
  await press(page, /Continue/);
  await expect(page.getByRole('heading', { name: 'Check your visits' })).toBeVisible();
  await expect(main(page)).toContainText('Polishing For lia Storyteller 09:45–10:30');
  await expect(page.getByLabel('What brings you in?')).toHaveValue('Before the holidays');
  await look(page, 'together-check');

  // Meanwhile somebody takes the child's time.
  const rival = await open(browser, 'ion');
  await rival.goto(check('2027-03-03T10:00:00+02:00'));
  await press(rival, /Confirm the booking/);
  await expect(rival.getByRole('heading', { name: 'Your visit is booked' })).toBeVisible();
  await press(page, /Book 2 visits/);
  await expect(page.getByRole('alert')).toContainText('Somebody has just taken this time');
  await expect(page.getByLabel('What brings you in?')).toHaveValue('Before the holidays');
  await look(page, 'together-taken');
  road.weather('closed');
  await press(page, /Book 2 visits/);
  await expect(page.getByRole('alert')).toContainText('Your answers are kept');
  await expect(page.getByLabel(/What brings you in|Reason/)).toHaveValue('Before the holidays');
  road.weather('fair');
  await page.goto(
    page
      .url()
      .replace(
        /slot=[^&]*/,
        `slot=${encodeURIComponent('2027-03-04T11:00:00+02:00')}~${idOf('Ana')}.${idOf('Ana')}`,
      ),
  );
  await page.getByLabel('What brings you in?').fill('Before the holidays');
  await press(page, /Book 2 visits/);
  await expect(page.getByRole('heading', { name: 'Your visits are booked' })).toBeVisible();
  await expect(main(page).getByText('For lia Storyteller')).toBeVisible();
  await look(page, 'together-done');
  expect((await visits()).slice(1)).toEqual([
    '03-04 11:00 mara confirmed Before the holidays',
    '03-04 11:30 lia confirmed Before the holidays',
  ]);
  const { calendar = '' } = await mail.waitFor('mara@stories.test');
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2);

  await main(page).getByRole('link', { name: 'See my appointments' }).click();
  const child = main(page).getByRole('article').filter({ hasText: 'For lia Storyteller' });
  await look(page, 'together-visits');
  await child.getByRole('link', { name: 'Move' }).click();
  const moved = page.url();
  await page.goto(
    `${moved}?slot=${encodeURIComponent(`2027-03-05T10:30:00+02:00~${idOf('Ana')}`)}`,
  );
  await page.getByRole('radio', { name: /All visits of this/ }).check();
  await press(page, /Move the visit/);
  await expect(page.getByRole('heading', { name: 'Your visits are changed.' })).toBeVisible();
  expect((await visits()).slice(1)).toEqual([
    '03-05 10:00 mara confirmed Before the holidays',
    '03-05 10:30 lia confirmed Before the holidays',
  ]);
  await page.goto(moved.replace('/move', '/cancel'));
  await page.getByLabel('Why do you cancel?').fill('She has a fever');
  road.weather('closed');
  await press(page, /Cancel the visit/);
  await expect(page.getByRole('alert')).toContainText('Your answers are kept');
  await expect(page.getByLabel('Reason')).toHaveValue('She has a fever');
  expect(await barriers(await scripted(browser, page))).toEqual([]);
  await look(page, 'away');
  road.weather('fair');
  await press(page, /Try again/);
  await expect(page.getByText('Your visit is cancelled.')).toBeVisible();
  expect((await visits()).slice(1)).toEqual([
    '03-05 10:00 mara confirmed Before the holidays',
    '03-05 10:30 lia cancelled Before the holidays',
  ]);
});

/** The same page where scripts run, as the looker for barriers needs them. */
const scripted = async (browser: Browser, page: Page): Promise<Page> => {
  const other = await (await browser.newContext({ baseURL: portal.url })).newPage();
  await other.setContent(await page.content());
  return other;
};

test('for whom a visit is may be said of a single one and of a series; a stranger’s name helps nobody', async ({
  browser,
}) => {
  const page = await open(browser, 'mara');
  await page.goto(check('2027-03-16T09:00:00+02:00'));
  await page.getByRole('radio', { name: 'For lia Storyteller' }).check();
  await page.getByLabel('What brings you in?').fill('A loose wire');
  await look(page, 'check-whom');
  await press(page, /Book this visit several times/);
  await page.getByLabel('How many visits').fill('2');
  await press(page, /Show the dates/);
  await expect(page.getByLabel('What brings you in?')).toHaveValue('A loose wire');
  road.weather('closed');
  await press(page, /Book 2 visits/);
  await expect(page.getByRole('alert')).toContainText('Your answers are kept');
  await expect(page.getByLabel('What brings you in?')).toHaveValue('A loose wire');
  road.weather('fair');
  await press(page, /Try again/);
  await expect(page.getByRole('heading', { name: 'Your visits are booked.' })).toBeVisible();
  expect((await visits()).filter((visit) => visit.includes('A loose wire'))).toEqual([
    '03-16 09:00 lia confirmed A loose wire',
    '03-23 09:00 lia confirmed A loose wire',
  ]);

  const stranger = await open(browser, 'ion');
  await stranger.goto(check('2027-03-17T09:00:00+02:00'));
  await expect(stranger.getByText('Who is it for?')).toHaveCount(0);
  await stranger.goto(
    `/en/book/together?service=${idOf('Polishing')}&whom=${idOf('lia')}&service=${idOf('Polishing')}&whom=&location=${idOf('Hill')}`,
  );
  await expect(stranger.getByLabel('What, Visit 1')).toHaveValue('');
  await expect(stranger.getByLabel('What, Visit 2')).toHaveValue(idOf('Polishing'));
  await expect(stranger.getByText('lia Storyteller')).toHaveCount(0);
});

test('the pages of visits back to back hold no barriers', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: portal.url });
  const page = await context.newPage();
  await page.goto('/en/sign-in');
  await page.getByLabel('E-mail').fill('mara@stories.test');
  await page.getByLabel('Password').fill(password);
  await press(page, /Sign in/);
  await expect(page.getByRole('heading', { name: /mara/ })).toBeVisible();
  const visit = (type: string, whom: string): [string, string][] => [
    ['service', idOf(type)],
    ['whom', whom && idOf(whom)],
  ];
  const chosen = new URLSearchParams([
    ...visit('Brace check', ''),
    ...visit('Polishing', 'lia'),
    ['location', idOf('Hill')],
  ]);
  const one = new URLSearchParams({
    service: idOf('Brace check'),
    location: idOf('Hill'),
    practitioner: 'any',
  });
  const slot = `2027-03-09T09:00:00+02:00~${idOf('Ana')}.${idOf('Ana')}`;
  const pages = [
    ['rows', `book/together?${chosen}`],
    ['rows-wrong', 'book/together?go=1'],
    ['times', `book/together/time?${chosen}`],
    ['empty', `book/together/time?${chosen}&from=2027-04-12`],
    ['empty-one', `book/time?${one}&from=2027-04-12`],
    ['check', `book/together/check?${chosen}&slot=${encodeURIComponent(slot)}`],
    ['visits', 'visits'],
    ['service', 'book'],
  ] as const;
  for (const [name, path] of pages)
    for (const [language, width, colorScheme] of [
      ['en', 1440, 'light'],
      ['ro', 390, 'dark'],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`/${language}/${path}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      if (name.startsWith('empty'))
        await expect(
          main(page).getByRole('link', { name: /^(Next free times|Următoarele ore)/ }),
        ).toHaveAttribute('href', /from=2027-04-26/);
      expect(await barriers(page), `${name} ${language} ${colorScheme}`).toEqual([]);
      await look(page, `${name}-${language}-${width}-${colorScheme}`);
    }
});
