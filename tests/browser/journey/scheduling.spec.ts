import { expect, type Page, test } from '@playwright/test';
import { signInToPanel } from '../../support/browser.ts';
import { addLocation, addPatient, idOf, password } from '../../support/schedule.ts';
import {
  bookAtDesk,
  cancelAtDesk,
  dragAndUndo,
  moveByKeyAndUndo,
  offerGap,
  visitOf,
} from './desk.ts';
import { type Hands, keyboard, pointer } from './hands.ts';
import { type Stage, setStage } from './stage.ts';

const everyDay = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

let stage: Stage;
test.beforeAll(async ({ browser }) => {
  stage = await setStage(browser, { CLOCK_START: '2027-03-08T06:00:00Z' });
  await addLocation(stage.clinic.db, 'Pier', {
    zone: 'Europe/Bucharest',
    chairs: 1,
    practitioners: [
      { name: 'Dan', hours: everyDay.map((name) => [name, '09:00', '17:00'] as const) },
    ],
    types: [{ name: 'Pier polish', duration: 60 }],
  });
  for (const name of ['vera', 'walter', 'xenia', 'yannis']) await addPatient(stage.clinic.db, name);
  await stage.clinic.db.query(
    `insert into staff_places (user_id, location_id) select u.id, l.id from admin_users u, locations l
     where u.email = 'dentist@enamel.test' and l.document_id = $1`,
    [idOf('Pier')],
  );
  await stage.clinic.db.query(
    `with made as (
       insert into time_offs (document_id, kind, starts_at, ends_at, created_at, updated_at, published_at)
       values ($1, 'training', '2027-03-16 07:00', '2027-03-16 15:00', now(), now(), now()) returning id)
     insert into time_offs_practitioner_lnk (time_off_id, practitioner_id)
     select made.id, p.id from made, practitioners p where p.document_id = $2`,
    [idOf('course'), idOf('Dan')],
  );
});
test.afterAll(() => stage?.close());

const calendar = (date: string) =>
  `${stage.clinic.url}/admin/plugins/scheduling/calendar?date=${date}&location=${idOf('Pier')}`;

const atDesk = async (date: string, who = 'desk@enamel.test'): Promise<Page> => {
  const page = await stage.window('desk');
  await signInToPanel(page, stage.clinic.url, who);
  await page.goto(calendar(date));
  await expect(page.locator('.ec-body .ec-day').first()).toBeVisible();
  return page;
};

/** Takes the first time of a week to come, then waits for an earlier one. */
const bookAndWait = async (hands: Hands, page: Page, patient: string, weeks: number) => {
  const link = (name: string | RegExp) => page.getByRole('main').getByRole('link', { name });
  const button = (name: string) => page.getByRole('main').getByRole('button', { name });
  await page.goto(`${stage.portal.url}/en/sign-in`);
  await hands.write(page.getByLabel('E-mail address'), `${patient}@stories.test`);
  await hands.write(page.getByLabel('Password'), password);
  await hands.press(button('Sign in'));
  await expect(page).toHaveURL(/\/en\/visits$/);
  await hands.press(link('Book a visit'));
  await hands.press(link(/Pier polish/));
  await hands.press(link(/^Pier/));
  await hands.press(link(/Anyone who is free/));
  for (let week = 0; week < weeks; week++) {
    const before = page.url();
    await hands.press(link('Later'));
    await expect(page).not.toHaveURL(before);
  }
  await hands.press(page.locator('input[name=slot]').first());
  await hands.press(button('Continue'));
  await hands.press(button('Confirm the booking'));
  await expect(page.getByRole('heading', { name: 'Your visit is booked' })).toBeVisible();
  await hands.press(link('See my appointments'));
  await hands.press(link('Earlier if possible'));
  await hands.press(button('Put me on the list'));
  await expect(page.getByRole('status')).toContainText('You are on the wait list');
};

const takeOffer = async (hands: Hands, page: Page, patient: string) => {
  const mail = await stage.standIns.mail.waitFor(`${patient}@stories.test`, ({ subject }) =>
    subject.startsWith('A time for you'),
  );
  await page.goto(mail.links.find((address) => address.includes('/offers/')) ?? '');
  await hands.press(page.getByRole('button', { name: 'Accept this time' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This visit is yours');
};

for (const [hands, ...story] of [
  [pointer, 'vera', 'walter', '2027-03-15', 1],
  [keyboard, 'xenia', 'yannis', '2027-03-22', 2],
] as const) {
  const [patient, rival, date, weeks] = story;
  test(`a patient waits for an earlier time, gets the one that the desk sets free, and every window shows it, ${hands.name}`, async () => {
    test.setTimeout(240_000);
    const desk = await atDesk(date);
    const colleague = await atDesk(date, 'dentist@enamel.test');
    const phone = await stage.window('phone');

    await test.step('the desk books the first hour for another', async () => {
      await bookAtDesk(hands, desk, {
        patient: rival,
        type: /Pier polish/,
        practitioner: /Dan/,
        time: '09:00',
      });
      await expect(visitOf(colleague, rival)).toContainText('09:00–10:00');
    });

    await test.step('the patient books the next one and waits for an earlier', async () => {
      await bookAndWait(hands, phone, patient, weeks);
      await expect(visitOf(colleague, patient)).toContainText('10:00–11:00');
    });

    await test.step('the desk cancels, and offers the gap', async () => {
      await cancelAtDesk(hands, desk, rival);
      const when = `${Number(date.slice(8))} Mar 2027, 09:00–10:00`;
      await offerGap(hands, desk, stage.clinic.url, { when, patient });
    });

    await test.step('the patient takes it by the mailed link, and a colleague sees it within a second', async () => {
      await takeOffer(hands, phone, patient);
      await expect(visitOf(colleague, patient)).toContainText('09:00–10:00', { timeout: 1_000 });
      await expect(visitOf(colleague, rival)).toHaveCount(0);
    });

    await test.step('the desk moves and lengthens it, and takes both back', async () => {
      await desk.goto(calendar(date));
      await expect(visitOf(desk, patient)).toContainText('09:00–10:00');
      const placed = { patient, at: '09:00–10:00' };
      if (hands === pointer) await dragAndUndo(desk, placed);
      else await moveByKeyAndUndo(hands, desk, placed);
      await expect(visitOf(colleague, patient)).toContainText('09:00–10:00');
    });
    for (const page of [desk, colleague, phone]) await page.context().close();
  });
}

for (const hands of [pointer, keyboard])
  test(`the admin is told why a time is missing, and follows each reason to its record, ${hands.name}`, async () => {
    const admin = await stage.window('desk');
    await signInToPanel(admin, stage.clinic.url, 'admin@enamel.test');
    await admin.goto(`${stage.clinic.url}/admin/plugins/scheduling/explain`);
    await hands.choose(admin.getByRole('combobox', { name: 'Type of visit' }), /Pier polish/);
    await hands.choose(admin.getByRole('combobox', { name: 'Location' }), /^Pier$/);
    await hands.set(admin.getByLabel('Date'), '2027-03-16');
    await hands.set(admin.getByLabel('Time'), '10:00');
    const why = admin.getByRole('region', { name: 'Why not?' });
    await expect(why).toContainText('It is not offered');
    const reason = why.getByRole('listitem').filter({ hasText: 'Time off.' });
    await hands.press(reason.getByRole('link', { name: 'Open the hours' }));
    await expect(admin).toHaveURL(new RegExp(`hours\\?whose=${idOf('Dan')}`));
    await expect(admin.getByRole('region', { name: 'Time off' })).toContainText(/training/i);

    await admin.goBack();
    await hands.set(admin.getByLabel('Date'), '2027-03-15');
    await hands.set(admin.getByLabel('Time'), '09:00');
    const busy = why.getByRole('listitem').filter({ hasText: 'Already has something' });
    await hands.press(busy.getByRole('link', { name: 'Open the visit' }));
    await expect(
      admin.getByRole('complementary', { name: 'Visit' }).getByRole('heading', { name: /vera/ }),
    ).toBeVisible();
    await admin.context().close();
  });
