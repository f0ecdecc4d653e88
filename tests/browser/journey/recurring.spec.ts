import { expect, type Page, test } from '@playwright/test';
import { staffToken } from '../../support/people.ts';
import { addLocation, addPatient, idOf, password } from '../../support/schedule.ts';
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
    types: [{ name: 'Brace check', duration: 60 }],
  });
  for (const name of ['vera', 'xenia']) await addPatient(stage.clinic.db, name);
});
test.afterAll(() => stage?.close());

const reason = 'The wire pricks my cheek';

/** When a patient comes, by the clock of the place, and how each visit stands. */
const visitsOf = async (patient: string): Promise<string[]> =>
  (
    await stage.clinic.db.query(
      `select to_char(a.starts_at at time zone 'UTC' at time zone 'Europe/Bucharest', 'MM-DD HH24:MI') as start,
         a.status, a.reason
       from appointments a join appointments_patient_lnk l on l.appointment_id = a.id
       join patients p on p.id = l.patient_id where p.document_id = $1 order by a.starts_at`,
      [idOf(patient)],
    )
  ).rows.map((visit) => {
    expect(visit.reason).toBe(reason);
    return `${visit.start} ${visit.status}`;
  });

const offerFirst = async (patient: string, start: string): Promise<void> => {
  const { rows } = await stage.clinic.db.query(
    `select e.document_id as id from wait_list_entries e
     join wait_list_entries_patient_lnk l on l.wait_list_entry_id = e.id
     join patients p on p.id = l.patient_id where p.document_id = $1`,
    [idOf(patient)],
  );
  const answer = await fetch(`${stage.clinic.url}/scheduling/wait-list/offers`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await staffToken(stage.clinic, 'front-desk')}`,
    },
    body: JSON.stringify({ entry: rows[0].id, practitioner: idOf('Dan'), start }),
  });
  expect(answer.status).toBe(201);
};

const patientWith = (hands: Hands, page: Page, patient: string) => {
  const main = page.getByRole('main');
  const link = (name: string | RegExp) => main.getByRole('link', { name });
  const button = (name: string | RegExp) => main.getByRole('button', { name });
  const card = (nth: number) => main.getByRole('article').nth(nth);
  const mail = (words: RegExp) =>
    stage.standIns.mail.waitFor(`${patient}@stories.test`, ({ subject }) => words.test(subject));
  const later = async (weeks: number) => {
    for (let week = 0; week < weeks; week++) {
      const before = page.url();
      await hands.press(link('Later'));
      await expect(page).not.toHaveURL(before);
    }
  };
  const takeFirst = async () => {
    await hands.press(page.locator('input[name=slot]').first());
    await hands.press(button('Continue'));
  };
  const toVisits = async () => {
    await hands.press(link('To my appointments'));
    await expect(page).toHaveURL(/\/en\/visits$/);
  };
  return {
    signIn: async () => {
      await page.goto(`${stage.portal.url}/en/sign-in`);
      await hands.write(page.getByLabel('E-mail address'), `${patient}@stories.test`);
      await hands.write(page.getByLabel('Password'), password);
      await hands.press(button('Sign in'));
      await expect(page).toHaveURL(/\/en\/visits$/);
    },
    recur: async (weeks: number) => {
      await hands.press(link('Book a visit'));
      await hands.press(link(/Brace check/));
      await hands.press(link(/^Pier/));
      await hands.press(link(/Anyone who is free/));
      await later(weeks);
      await takeFirst();
      await hands.write(page.getByLabel('What brings you in?'), reason);
      await hands.press(button('Book this visit several times'));
      await hands.write(page.getByLabel('How many visits'), '4');
      await hands.press(button('Show the dates'));
      await expect(main.getByText('4 of 4 dates are free.')).toBeVisible();
      await expect(page.getByLabel('What brings you in?')).toHaveValue(reason);
      await hands.press(button('Book 4 visits'));
      await expect(page.getByRole('heading', { name: 'Your visits are booked.' })).toBeVisible();
      const { calendar = '' } = await mail(/^Your visit on /);
      expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(4);
      await toVisits();
    },
    moveOne: async (nth: number, weeks: number) => {
      await hands.press(card(nth).getByRole('link', { name: 'Move' }));
      await later(weeks);
      await takeFirst();
      await hands.press(button('Move the visit'));
      await expect(page.getByRole('status')).toContainText('Your visit has been moved.');
      await mail(/new time/);
    },
    moveFollowing: async (nth: number, weeks: number) => {
      await hands.press(card(nth).getByRole('link', { name: 'Move' }));
      await later(weeks);
      await takeFirst();
      await hands.press(page.getByRole('radio', { name: /those that follow/ }));
      await hands.press(button('Move the visit'));
      await expect(page.getByRole('heading', { name: 'Your visits are changed.' })).toBeVisible();
      await toVisits();
    },
    cancelFollowing: async (nth: number) => {
      await hands.press(card(nth).getByRole('link', { name: 'Cancel' }));
      await hands.write(page.getByLabel('Why do you cancel?'), 'We move away');
      await hands.press(page.getByRole('radio', { name: /those that follow/ }));
      await hands.press(button('Cancel the visit'));
      await expect(page.getByRole('heading', { name: 'Your visits are changed.' })).toBeVisible();
      await mail(/cancelled/);
      await toVisits();
    },
    waitForEarlier: async () => {
      await hands.press(card(0).getByRole('link', { name: 'Earlier if possible' }));
      await hands.press(button('Put me on the list'));
      await expect(page.getByRole('status')).toContainText('You are on the wait list');
    },
    takeOffer: async () => {
      const { links } = await mail(/^A time for you/);
      await page.goto(links.find((address) => address.includes('/offers/')) ?? '');
      await expect(main).toContainText('It takes the place of your visit');
      await hands.press(button('Accept this time'));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This visit is yours');
    },
  };
};

for (const [hands, patient, weeks, dates, offer] of [
  [pointer, 'vera', 1, ['03-15', '03-22', '03-29', '04-05'], '03-12'],
  [keyboard, 'xenia', 6, ['04-19', '04-26', '05-03', '05-10'], '04-16'],
] as const)
  test(`a patient comes every week, moves one visit, then one and those that follow, cancels the last ones and comes earlier by a mailed offer, ${hands.name}`, async () => {
    test.setTimeout(240_000);
    const phone = await stage.window('phone');
    const [first, second, third, fourth] = dates;
    const her = patientWith(hands, phone, patient);

    await test.step('she books four visits a week apart, over a change of the clocks', async () => {
      await her.signIn();
      await her.recur(weeks);
      expect(await visitsOf(patient)).toEqual(dates.map((date) => `${date} 09:00 confirmed`));
    });
    await test.step('she moves the second', async () => {
      await her.moveOne(1, weeks + 1);
      expect((await visitsOf(patient))[1]).toBe(`${second} 10:00 confirmed`);
    });
    await test.step('she moves the third and what follows', async () => {
      await her.moveFollowing(2, weeks + 2);
      expect((await visitsOf(patient)).slice(2)).toEqual([
        `${third} 10:00 confirmed`,
        `${fourth} 10:00 confirmed`,
      ]);
    });
    await test.step('she cancels these two', async () => {
      await her.cancelFollowing(2);
      expect((await visitsOf(patient)).slice(2)).toEqual([
        `${third} 10:00 cancelled`,
        `${fourth} 10:00 cancelled`,
      ]);
    });
    await test.step('she waits for an earlier time, and takes the one that the desk offers', async () => {
      await her.waitForEarlier();
      await offerFirst(patient, `2027-${offer}T11:00:00+0${offer < '03-28' ? 2 : 3}:00`);
      await her.takeOffer();
      expect((await visitsOf(patient)).slice(0, 2)).toEqual([
        `${offer} 11:00 confirmed`,
        `${second} 10:00 confirmed`,
      ]);
      expect(first).toBeDefined();
    });
    await phone.context().close();
  });
