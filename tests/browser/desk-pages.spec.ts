import { expect, type Page, test } from '@playwright/test';
import { barriers, signInToPanel } from '../support/browser.ts';
import { type Clinic, openClinic } from '../support/clinic.ts';
import { expectFineEverywhere } from '../support/looks.ts';
import { staffToken, staffWith } from '../support/people.ts';
import { addLocation, addPatient, idOf, weekdays } from '../support/schedule.ts';

// A Monday at half past nine in Bucharest.
const now = '2027-03-29T06:30:00Z';
let clinic: Clinic;

const book = async (patient: string, practitioner: string, start: string) => {
  const answer = await fetch(`${clinic.url}/scheduling/appointments`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await staffToken(clinic, 'front-desk')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      patient: idOf(patient),
      appointmentType: idOf('Look'),
      location: idOf('West'),
      practitioner: idOf(practitioner),
      start,
    }),
  });
  expect(answer.status).toBe(201);
};

test.beforeAll(async () => {
  clinic = await openClinic({ variables: { CLOCK_START: now } });
  await addLocation(clinic.db, 'West', {
    zone: 'Europe/Bucharest',
    chairs: 2,
    practitioners: ['Ana', 'Bob'].map((name) => ({
      name,
      hours: weekdays.map((weekday) => [weekday, '09:00', '17:00'] as const),
    })),
    types: [{ name: 'Look', duration: 30 }],
  });
  for (const name of ['ioana', 'radu']) await addPatient(clinic.db, name);
  await staffWith(clinic, 'dentist');
  await clinic.db.query(
    `insert into practitioners_staff_user_lnk (practitioner_id, user_id)
     select p.id, u.id from practitioners p, admin_users u
     where p.document_id = $1 and u.email = 'test-dentist@enamel.test'`,
    [idOf('Ana')],
  );
  await book('ioana', 'Ana', '2027-03-29T10:00:00+03:00');
  await book('radu', 'Ana', '2027-04-05T16:00:00+03:00');
});
test.afterAll(() => clinic.close());

const open = async (page: Page, role: string, path: string) => {
  await signInToPanel(page, clinic.url, await staffWith(clinic, role));
  await page.goto(`${clinic.url}/admin/plugins/scheduling/${path}`);
};

test('a dentist shortens the Mondays by keyboard, sees who would be stranded, goes back, and saves', async ({
  page,
}) => {
  await open(page, 'dentist', 'hours');
  const monday = page.getByRole('textbox', { name: 'Monday' });
  await expect(monday).toHaveValue('09:00–17:00');
  await monday.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('9-1');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Tuesday' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('9-13');
  await page.keyboard.press('Tab');
  await expect(monday).toHaveValue('09:00–13:00');
  const save = page.getByRole('button', { name: 'Save', exact: true });
  await save.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('1 visit would lie outside');
  await expect(dialog.getByRole('listitem')).toContainText('radu Storyteller');
  expect(await barriers(page, { wcagOnly: true })).toEqual([]);
  await dialog.getByRole('button', { name: 'Go back' }).press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(save).toBeFocused();
  await expect(monday).toHaveValue('09:00–13:00');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Save anyway' }).press('Enter');
  await expect(page.getByRole('status').getByText('Saved')).toBeVisible();
  await page.reload();
  await expect(monday).toHaveValue('09:00–13:00');
});

test('the waiting room follows the day in two windows', async ({ browser }) => {
  const windowOf = async (role: string) => {
    const page = await (await browser.newContext()).newPage();
    await open(page, role, `waiting-room?location=${idOf('West')}`);
    return page;
  };
  const desk = await windowOf('front-desk');
  const surgery = await windowOf('clinic-admin');
  const stage = (page: Page, name: string) => page.getByRole('region', { name });
  await stage(desk, 'Expected').getByRole('button', { name: 'Has arrived' }).press('Enter');
  await expect(stage(surgery, 'Waiting')).toContainText('ioana Storyteller');
  await stage(surgery, 'Waiting').getByRole('button', { name: 'Take a seat' }).press('Enter');
  await expect(stage(desk, 'In the chair')).toContainText('ioana Storyteller');
  await stage(desk, 'In the chair').getByRole('button', { name: 'Done' }).press('Enter');
  await expect(stage(surgery, 'Done')).toContainText('ioana Storyteller');
  await desk.context().close();
  await surgery.context().close();
});

test('the admin asks why a time is not offered, follows the causes, and books who is free', async ({
  page,
}) => {
  await open(page, 'clinic-admin', `explain?type=${idOf('Look')}&location=${idOf('West')}`);
  await page.getByLabel('Date').fill('2027-04-05');
  await page.getByLabel('Time').fill('16:10');
  const of = (name: string) => page.getByRole('region', { name: `Dr. ${name} Test` });
  await expect(of('Ana')).toContainText('Already has something at this time.');
  await expect(of('Bob')).toContainText('Visits of this type do not begin at this minute.');
  await expect(of('Bob')).not.toContainText('Already has');
  const asked = page.url();
  await of('Ana').getByRole('link', { name: 'Open the visit' }).first().press('Enter');
  await expect(page.getByRole('complementary', { name: 'Visit' })).toContainText(
    'radu Storyteller',
  );

  await page.goto(asked);
  await page.getByLabel('Time').fill('19:00');
  await of('Bob').getByRole('link', { name: 'Open the hours' }).press('Enter');
  await expect(page.getByRole('combobox', { name: 'Whose hours' })).toContainText('Dr. Bob Test');

  await page.goto(asked);
  await page.getByLabel('Time').fill('16:00');
  await of('Bob').getByRole('link', { name: 'Book in the calendar' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('combobox', { name: /Practitioner/ })).toContainText('Bob');
  await expect(dialog.getByRole('combobox', { name: /Type of visit|Visit|Service/ })).toContainText(
    'Look',
  );
});

test('the list of visits keeps its filters over a reload and comes as a table', async ({
  page,
}) => {
  await open(page, 'front-desk', `visits?location=${idOf('West')}`);
  await expect(page.getByText('2 visits')).toBeVisible();
  const search = page.getByPlaceholder('Name, phone, e-mail or birth date');
  await search.fill('radu');
  await expect(page.getByText('1 visit', { exact: true })).toBeVisible();
  await page.reload();
  await expect(search).toHaveValue('radu');
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('row').last()).toContainText('radu Storyteller');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await coming).createReadStream()) chunks.push(chunk as Buffer);
  const lines = Buffer.concat(chunks).toString('utf8').trim().split(/\r?\n/);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('radu Storyteller');

  // By state, practitioner and date as well.
  const count = async (query: string, words: string) => {
    const west = `location=${idOf('West')}&${query}`;
    await page.goto(`${clinic.url}/admin/plugins/scheduling/visits?${west}`);
    await expect(page.getByText(words, { exact: true })).toBeVisible();
  };
  await count(`practitioner=${idOf('Ana')}`, '2 visits');
  await count(`practitioner=${idOf('Bob')}`, '0 visits');
  await count('state=cancelled', '0 visits');
  await count('from=2027-04-01&to=2027-04-30', '1 visit');
});

test('no page of the desk has barriers or lies beside the window, on a phone or at a desk, light or dark', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const pages = {
    'waiting-room': `waiting-room?location=${idOf('West')}`,
    'day-sheet': `day-sheet?date=2027-03-29&location=${idOf('West')}`,
    visits: 'visits?from=2027-03-01',
    hours: `hours?whose=${idOf('Ana')}`,
    house: 'hours?whose=house',
    'why-not': `explain?type=${idOf('Look')}&location=${idOf('West')}&date=2027-04-05&time=16%3A10`,
    feeds: 'feeds',
    'wait-list': 'wait-list',
    gaps: 'wait-list/gaps',
  };
  await signInToPanel(page, clinic.url, await staffWith(clinic, 'clinic-admin'));
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(`${clinic.url}/admin/plugins/scheduling/${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectFineEverywhere(page, name);
  }
});
