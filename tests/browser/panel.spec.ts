import { type Browser, expect, type Page, test } from '@playwright/test';
import { barriers } from '../support/browser.ts';
import { type Clinic, openClinic } from '../support/clinic.ts';

const password = 'Enamel-demo-2026';
let clinic: Clinic;

test.beforeAll(async () => {
  clinic = await openClinic();
});
test.afterAll(() => clinic.close());

const open = async (browser: Browser, who: string, options = {}): Promise<Page> => {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  await page.goto(`${clinic.url}/admin`);
  await page.getByRole('textbox', { name: 'Email' }).fill(`${who}@enamel.test`);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Good / })).toBeVisible();
  return page;
};

const menuOf = (page: Page) =>
  page
    .getByRole('navigation')
    .getByRole('listitem')
    .getByRole('link')
    .evaluateAll((links) =>
      links
        .filter((link) => getComputedStyle(link).display !== 'none')
        .map((link) => link.getAttribute('aria-label')),
    );

const expectAccessible = async (page: Page, where: string, except: string[] = []) =>
  expect(await barriers(page, { wcagOnly: true, except }), where).toEqual([]);

/** A day ahead on which a dentist of the first location works, with nothing booked any more. */
const freeHour = async (): Promise<{ date: string; practitioner: string; name: string }> => {
  const { rows } = await clinic.db.query(
    `select to_char(d, 'YYYY-MM-DD') as date, p.document_id as practitioner,
            trim(concat_ws(' ', p.title, p.first_name, p.last_name)) as name
     from generate_series(current_date + 3, current_date + 60, interval '1 day') d
     join working_hours_entries h on h.day_of_week = trim(to_char(d, 'day')) and h.is_available is not false
     join working_hours_entries_practitioner_lnk hp on hp.working_hours_id = h.id
     join working_hours_entries_location_lnk hl on hl.working_hours_id = h.id
     join practitioners p on p.id = hp.practitioner_id and p.profession = 'dentist'
     join locations l on l.id = hl.location_id
     where l.id = (select id from locations order by position, id limit 1) and h.start_time <= '09:00' and h.end_time >= '12:00'
       and not exists (
         select 1 from time_offs o left join time_offs_practitioner_lnk op on op.time_off_id = o.id
         where (op.practitioner_id is null or op.practitioner_id = p.id)
           and o.starts_at < d + interval '1 day' and o.ends_at > d - interval '1 day')
     order by d limit 1`,
  );
  const { date, practitioner } = rows[0];
  const { rows: gone } = await clinic.db.query(
    `update appointments a set status = 'cancelled' from appointments_practitioner_lnk ap, practitioners p
     where ap.appointment_id = a.id and p.id = ap.practitioner_id and p.document_id = $1
       and a.starts_at >= $2::date and a.starts_at < $2::date + 1 returning a.document_id as id`,
    [practitioner, date],
  );
  await clinic.db.query('delete from time_claims where source_id = any($1)', [
    gone.map(({ id }) => id),
  ]);
  return rows[0];
};

test('each role sees the menu of its work and nothing of the makers', async ({ browser }) => {
  const day = ['Today', 'Calendar', 'Patients'];
  for (const [who, settings] of [
    ['desk', false],
    ['assistant', false],
    ['dentist', false],
    ['admin', true],
  ] as const) {
    const page = await open(browser, who);
    const menu = await menuOf(page);
    expect(menu.slice(0, 3)).toEqual(day);
    expect(menu.includes('Settings')).toBe(settings);
    expect(menu.includes('Content')).toBe(who === 'admin');
    for (const furniture of ['Content-Type Builder', 'Marketplace', 'Deploy', 'Releases'])
      expect(menu).not.toContain(furniture);
    await expect(page).toHaveTitle(/Today \| /);
    expect(await page.title()).not.toMatch(/Strapi/);
    await expect(page.getByText(/strapi|guided tour|upgrade/i)).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'Visits today' })).toBeVisible();
    await expectAccessible(page, `home of ${who}`);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(page, `home of ${who} on a phone`);
    await page.context().close();
  }
});

test('the sign-in shows the clinic; its colour follows the panel’s setting without a rebuild', async ({
  page,
}) => {
  await clinic.db.query(`update clinics set primary_color = '#7A1FA2', name = 'Dentária'`);
  await page.goto(`${clinic.url}/admin`);
  await expect(page.getByRole('heading', { level: 1, name: 'Dentária' })).toBeVisible();
  const colour = await page
    .getByRole('button', { name: 'Sign in' })
    .evaluate((button) => getComputedStyle(button).backgroundColor);
  expect(colour).toBe('rgb(122, 31, 162)');
  // Strapi's own password field names itself `password`, which is no token of autocomplete.
  await expectAccessible(page, 'sign-in', ['autocomplete-valid']);
  await clinic.db.query(`update clinics set primary_color = '#0F766E', name = 'Smile Cluj'`);
});

test('the desk finds a patient while typing and opens the page by keyboard', async ({
  browser,
}) => {
  const page = await open(browser, 'desk');
  const { rows } = await clinic.db.query(
    `select p.* from patients p join patients_cmps c on c.entity_id = p.id and c.field = 'alerts'
     where p.archived is not true and p.mobile_number is not null order by p.id limit 1`,
  );
  await page.getByRole('link', { name: 'Patients', exact: true }).click();
  await page
    .getByRole('searchbox')
    .or(page.getByRole('textbox'))
    .first()
    .fill(`${rows[0].last_name} ${rows[0].email}`);
  await expect(page.getByText(/^\d patients?$/)).toBeVisible();
  await expectAccessible(page, 'patients');
  await page
    .getByRole('link', { name: `${rows[0].last_name} ${rows[0].first_name}` })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    `${rows[0].first_name} ${rows[0].last_name}`,
  );
  await expect(page.getByRole('list', { name: 'Alerts' })).toBeVisible();
  await expectAccessible(page, 'patient');
  await page.reload();
  await page.getByRole('tab', { name: 'Visits' }).click();
  await expect(page).toHaveURL(/\/visits$/);
  await page.context().close();
});

test('the desk books by a click, moves, undoes and sees the visit through; a second window follows live', async ({
  browser,
}) => {
  const { date, practitioner, name } = await freeHour();
  const page = await open(browser, 'desk', { timezoneId: 'America/New_York' });
  const colleague = await open(browser, 'admin', { timezoneId: 'Asia/Tokyo' });
  const sheet = `${clinic.url}/admin/plugins/scheduling/calendar?date=${date}&who=${practitioner}`;
  await page.goto(sheet);
  await colleague.goto(sheet);
  const block = (on: Page) => on.locator('.visit', { hasText: 'Zamfira Probă' });
  await expect(page.locator('.ec-body .ec-day').first()).toBeVisible();
  await expect(colleague.locator('.ec-body .ec-day').first()).toBeVisible();
  await expectAccessible(page, 'calendar');

  const column = page.locator('.ec-body .ec-day').first();
  const box = await column.boundingBox();
  if (!box) throw new Error('the calendar has no column');
  const hours = await page.locator('.ec-slot time').allInnerTexts();
  expect(hours.length).toBeGreaterThan(3);
  const labelled = await page.locator('.ec-slot time', { hasText: '10:00' }).boundingBox();
  await page.mouse.click(box.x + box.width / 2, (labelled?.y ?? 0) + 12);
  const dialog = page.getByRole('dialog', { name: 'Book a visit' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page, 'booking');
  await dialog.getByRole('combobox', { name: 'Patient' }).fill('Zamfira Probă');
  await expect(dialog.getByText('Nobody found')).toBeVisible();
  await dialog.getByRole('button', { name: 'Add a new patient' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Last name' })).toHaveValue('Probă');
  await dialog.getByRole('combobox', { name: 'Type of visit' }).click();
  await page.getByRole('option', { name: /Check-up and consultation/ }).click();
  await expect(dialog.getByRole('combobox', { name: 'Practitioner' })).toHaveText(name);
  await dialog.getByRole('button', { name: 'Book the visit' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'is booked for' })).toBeVisible();
  await expect(block(page)).toContainText('10:00');
  const booked = Date.now();
  await expect(block(colleague)).toContainText('10:00', { timeout: 3_000 });
  test.info().annotations.push({ type: 'live', description: `${Date.now() - booked} ms` });

  const before = await block(page).boundingBox();
  if (!before) throw new Error('the visit is not drawn');
  await page.mouse.move(before.x + 40, before.y + 8);
  await page.mouse.down();
  await page.mouse.move(before.x + 40, before.y + 20, { steps: 4 });
  await page.mouse.move(before.x + 40, before.y + 8 + 44, { steps: 8 });
  await page.mouse.up();
  await expect(page.getByRole('status').filter({ hasText: 'was moved' })).toBeVisible();
  await expect(block(page)).toContainText('10:30');
  await expect(block(colleague)).toContainText('10:30', { timeout: 3_000 });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'taken back' })).toBeVisible();
  await expect(block(page)).toContainText('10:00');

  await block(page).click();
  const panel = page.getByRole('complementary', { name: 'Visit' });
  await panel.getByRole('button', { name: 'Move' }).click();
  const move = page.getByRole('dialog', { name: 'Move the visit' });
  await expectAccessible(page, 'moving');
  await move.getByRole('combobox', { name: 'Time' }).fill('11:00');
  await page.keyboard.press('Enter');
  await move.getByRole('button', { name: 'Move it' }).click();
  await expect(block(page)).toContainText('11:00');

  for (const [act, state] of [
    ['Has arrived', 'Arrived'],
    ['Take a seat', 'Seated'],
    ['Complete', 'Completed'],
  ] as const) {
    await panel.getByRole('button', { name: act }).click();
    await expect(panel.getByText(state, { exact: true }).first()).toBeVisible();
  }
  await expect(panel.getByRole('button', { name: 'Move' })).toHaveCount(0);
  await expectAccessible(page, 'visit');
  const { rows } = await clinic.db.query(
    `select a.status from appointments a join appointments_patient_lnk l on l.appointment_id = a.id
     join patients p on p.id = l.patient_id where p.last_name = 'Probă'`,
  );
  expect(rows).toEqual([{ status: 'completed' }]);
  await page.context().close();
  await colleague.context().close();
});

test('a taken time is refused in words, with three other times, and nothing typed is lost', async ({
  browser,
}) => {
  const page = await open(browser, 'desk');
  const { rows } = await clinic.db.query(
    `select to_char(a.starts_at at time zone 'UTC' at time zone l.zone, 'YYYY-MM-DD') as date,
            l.document_id as location, p.document_id as practitioner, a.document_id as visit,
            trim(concat_ws(' ', p.title, p.first_name, p.last_name)) as name
     from appointments a
     join appointments_practitioner_lnk ap on ap.appointment_id = a.id
     join practitioners p on p.id = ap.practitioner_id
     join appointments_location_lnk al on al.appointment_id = a.id join locations l on l.id = al.location_id
     join appointments_appointment_type_lnk at on at.appointment_id = a.id
     join appointment_types t on t.id = at.appointment_type_id
     where a.status = 'confirmed' and a.starts_at > now() + interval '2 days' and p.profession = 'dentist'
     order by a.starts_at limit 1`,
  );
  const { date, location, practitioner, visit, name } = rows[0];
  await page.goto(
    `${clinic.url}/admin/plugins/scheduling/calendar?date=${date}&location=${location}&who=${practitioner}`,
  );
  const taken = page.locator(`[data-visit="${visit}"]`);
  const time = (await taken.textContent())?.match(/\d\d:\d\d/)?.[0] ?? '';
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Book a visit' });
  await dialog.getByRole('combobox', { name: 'Patient' }).fill('ana');
  await page.getByRole('option').first().click();
  await dialog.getByRole('combobox', { name: 'Type of visit' }).click();
  await page.getByRole('option', { name: /Check-up and consultation/ }).click();
  await dialog.getByRole('combobox', { name: 'Practitioner' }).click();
  await page.getByRole('option', { name }).click();
  await dialog.getByRole('combobox', { name: 'Time' }).fill(time);
  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('a chipped tooth');
  const count = async () =>
    (await clinic.db.query('select count(*)::int as n from appointments')).rows[0].n;
  const before = await count();
  await dialog.getByRole('button', { name: 'Book the visit' }).click();
  await expect(dialog.getByRole('alert')).toContainText('This time is taken.');
  await expect(
    dialog.getByRole('alert').getByRole('button', { name: /, \d\d:\d\d · / }),
  ).toHaveCount(3);
  await expect(dialog.getByRole('textbox', { name: 'Reason' })).toHaveValue('a chipped tooth');
  expect(await count()).toBe(before);
  await expectAccessible(page, 'refusal');
  await dialog
    .getByRole('alert')
    .getByRole('button', { name: /, \d\d:\d\d · / })
    .first()
    .click();
  await expect(page.getByRole('status').filter({ hasText: 'is booked for' })).toBeVisible();
  expect(await count()).toBe(before + 1);
  await page.context().close();
});

test('filters survive a reload; keys turn the days; a phone shows one column', async ({
  browser,
}) => {
  const page = await open(browser, 'desk');
  await page.getByRole('link', { name: 'Calendar', exact: true }).click();
  await page.getByRole('button', { name: 'Chairs' }).click();
  await page.getByRole('button', { name: 'Week' }).click();
  await expect(page).toHaveURL(/by=chair/);
  await expect(page).toHaveURL(/view=week/);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Chairs' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(page.getByRole('button', { name: 'Week' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('d');
  await page.keyboard.press('t');
  const today = await page.getByRole('heading', { level: 1 }).textContent();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(today ?? '');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.locator('.ec-header .ec-col-head')).toHaveCount(1);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  await expectAccessible(page, 'calendar on a phone');
  await page.context().close();
});

test('the panel speaks Romanian', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'ro-RO' });
  const page = await context.newPage();
  await page.goto(`${clinic.url}/admin`);
  await page.getByRole('textbox', { name: 'E-mail' }).fill('desk@enamel.test');
  await page.getByRole('textbox', { name: 'Parolă' }).fill(password);
  await page.getByRole('button', { name: 'Intrați' }).click();
  await expect(page.getByRole('heading', { name: 'Vizitele de astăzi' })).toBeVisible();
  await page.getByRole('link', { name: 'Pacienți' }).click();
  await expect(page.getByText(/^60\d (de )?pacienți$/)).toBeVisible();
  await context.close();
});
