import { type Browser, expect, type Page, test } from '@playwright/test';
import { barriers } from '../support/browser.ts';
import { staffToken } from '../support/people.ts';
import { codeTo, look, main, press } from '../support/portal.ts';
import { addLocation, addPatient, idOf } from '../support/schedule.ts';
import { type Stage, setStage } from './journey/stage.ts';

const everyDay = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

let stage: Stage;
test.beforeAll(async ({ browser }) => {
  stage = await setStage(browser, { CLOCK_START: '2027-03-08T07:30:00Z' });
  await addLocation(stage.clinic.db, 'South', {
    zone: 'Europe/Bucharest',
    chairs: 1,
    practitioners: [
      { name: 'Dan', hours: everyDay.map((name) => [name, '08:00', '20:00'] as const) },
    ],
    types: [{ name: 'Polish', duration: 60 }],
  });
  for (const name of ['xenia', 'yannis', 'zoe', 'ana']) await addPatient(stage.clinic.db, name);
});
test.afterAll(() => stage?.close());

const desk = async (path: string, body: object) => {
  const answer = await fetch(`${stage.clinic.url}/scheduling${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await staffToken(stage.clinic, 'front-desk')}`,
    },
    body: JSON.stringify(body),
  });
  return ((await answer.json()) as { data: { documentId: string; id: string } }).data;
};

/** Offers `name` an hour of a Monday. @returns the path of the mailed link, without its language */
const offerTo = async (name: string, hour: number) => {
  const place = { appointmentType: idOf('Polish'), location: idOf('South') };
  const entry = await desk('/wait-list', { patient: idOf(name), ...place });
  const start = `2027-03-15T${hour}:00:00+02:00`;
  const time = { entry: entry.documentId, practitioner: idOf('Dan'), start };
  const { id } = await desk('/wait-list/offers', time);
  const mail = await stage.standIns.mail.waitFor(
    `${name}@stories.test`,
    ({ subject }) => subject.startsWith('A time for you') && subject.includes(`${hour}:00`),
  );
  const link = mail.links.find((address) => address.includes('/offers/')) ?? '';
  return { id, path: new URL(link).pathname.replace('/en/', '/') };
};

/** A page in both languages, on a desk and on a phone, by day and by night. */
const lookAt = async (browser: Browser, path: string, name: string) => {
  for (const [language, width, colorScheme] of [
    ['en', 1440, 'light'],
    ['ro', 1440, 'dark'],
    ['ro', 390, 'light'],
    ['en', 390, 'dark'],
  ] as const) {
    const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme });
    const page = await context.newPage();
    await page.goto(`${stage.portal.url}/${language}${path}`);
    const where = `${name} ${language} ${width} ${colorScheme}`;
    expect(await page.evaluate(() => document.documentElement.scrollWidth), where).toBe(width);
    expect(await barriers(page), where).toEqual([]);
    await look(page, `${name}-${language}-${width}-${colorScheme}`);
    await context.close();
  }
};

const accept = (page: Page) => main(page).getByRole('button', { name: 'Accept this time' });

test('whoever is asked may say no, be too late, find the offer taken back, or say yes twice, and is told kindly', async ({
  browser,
}) => {
  const phone = await stage.window('phone');
  const open = (path: string) => phone.goto(`${stage.portal.url}/en${path}`);
  const no = await offerTo('xenia', 10);
  await lookAt(browser, no.path, 'offer-open');
  await open(no.path);
  await press(phone, /It does not suit me/);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Thank you for telling us');
  await expect(accept(phone)).toHaveCount(0);
  await lookAt(browser, no.path, 'offer-declined');

  const late = await offerTo('yannis', 12);
  await open(late.path);
  await stage.clinic.db.query(
    `update wait_list_offers set expires_at = '2027-03-08 07:00+00' where id = $1`,
    [late.id],
  );
  await accept(phone).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('The time to decide is over');
  await expect(main(phone)).toContainText('You stay on the list');
  await lookAt(browser, late.path, 'offer-expired');

  const taken = await offerTo('zoe', 14);
  await open(taken.path);
  await desk(`/wait-list/offers/${taken.id}/withdraw`, {});
  await accept(phone).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('This offer was taken back');
  await lookAt(browser, taken.path, 'offer-withdrawn');

  const yes = await offerTo('ana', 16);
  const other = await stage.window('phone');
  await open(yes.path);
  await other.goto(`${stage.portal.url}/en${yes.path}`);
  for (const page of [phone, other]) {
    await accept(page).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This visit is yours');
  }
  const { rows } = await stage.clinic.db.query(
    `select count(*)::int as n from appointments a join appointments_patient_lnk l on l.appointment_id = a.id
     join patients p on p.id = l.patient_id where p.document_id = $1`,
    [idOf('ana')],
  );
  expect(rows).toEqual([{ n: 1 }]);
  await lookAt(browser, yes.path, 'offer-accepted');
  await lookAt(browser, '/offers/nothing', 'offer-invalid');
});

test('a guest’s own page and the pages to move and cancel hold no barriers', async ({
  browser,
}) => {
  const page = await stage.window('phone');
  const choice = new URLSearchParams({
    service: idOf('Polish'),
    location: idOf('South'),
    practitioner: 'any',
    slot: `2027-03-16T10:00:00+02:00~${idOf('Dan')}`,
  });
  await page.goto(`${stage.portal.url}/en/book/you?${choice}&mode=guest`);
  await page.getByLabel('First name').fill('Ileana');
  await page.getByLabel('Last name').fill('Cosânzeană');
  await page.getByLabel('Day', { exact: true }).fill('27');
  await page.getByLabel('Month').fill('3');
  await page.getByLabel('Year').fill('1986');
  await page.getByLabel('E-mail address').fill('guest@stories.test');
  await press(page, /Send me the code/);
  await page.getByLabel('Code').fill(await codeTo(stage.standIns.mail, 'guest@stories.test'));
  await press(page, /Continue/);
  await press(page, /Confirm the booking/);
  await expect(page.getByRole('heading', { name: 'Your visit is booked' })).toBeVisible();
  const { pathname } = new URL(page.url());
  const path = pathname.replace(/^\/en/, '');
  await lookAt(browser, path, 'manage');
  await lookAt(browser, `${path}/move`, 'manage-move');
  await lookAt(browser, `${path}/cancel`, 'manage-cancel');
  await lookAt(browser, '/visits/manage/nothing', 'manage-invalid');
});
