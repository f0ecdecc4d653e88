/** A clinic of two places with a calendar to look at, and how stories look at it. */
import { type Browser, type Locator, type Page, test } from '@playwright/test';
import { signInToPanel } from '../../support/browser.ts';
import { type Clinic, openClinic } from '../../support/clinic.ts';
import { staffWith } from '../../support/people.ts';
import { addLocation, addPatient, idOf, weekdays } from '../../support/schedule.ts';

const monday = '2027-03-08';
const hours = weekdays.map((day) => [day, '09:00', '17:00'] as const);
const zone = 'Europe/Bucharest';
export const twelve = Array.from({ length: 12 }, (_, index) => `Column${index + 1}`);

const openQuay = async (): Promise<Clinic> => {
  const clinic = await openClinic({ variables: { CLOCK_START: `${monday}T06:00:00Z` } });
  await addLocation(clinic.db, 'Quay', {
    zone,
    chairs: 2,
    practitioners: [
      { name: 'Adina', hours },
      { name: 'Bogdan', hours },
    ],
    types: [{ name: 'Polish', duration: 30 }],
  });
  await addLocation(clinic.db, 'Hall', {
    zone,
    chairs: 12,
    practitioners: twelve.map((name) => ({ name, hours })),
    types: [{ name: 'Glance', duration: 15 }],
  });
  for (const name of ['mara', 'nelu', 'oana']) await addPatient(clinic.db, name);
  return clinic;
};

/** The clinic of a file of stories, there while they run. */
export const quayClinic = () => {
  const there: { clinic?: Clinic; email?: string } = {};
  test.beforeAll(async () => {
    there.clinic = await openQuay();
    there.email = await staffWith(there.clinic, 'clinic-admin');
  });
  test.afterAll(() => there.clinic?.close());
  const clinic = (): Clinic => {
    if (!there.clinic) throw new Error('the clinic is not open');
    return there.clinic;
  };
  return {
    clinic,
    /** The calendar in a new window of somebody far away. */
    open: async (browser: Browser, at: string, options = {}, server = clinic().url) => {
      const context = await browser.newContext({
        locale: 'en-GB',
        timezoneId: 'America/New_York',
        viewport: { width: 1440, height: 900 },
        ...options,
      });
      const page = await context.newPage();
      await signInToPanel(page, server, there.email ?? '');
      await page.goto(`${server}/admin/plugins/scheduling/calendar?${at}`);
      return page;
    },
  };
};

export const quay = (date: string, more = '') => `location=${idOf('Quay')}&date=${date}${more}`;

export const visit = (name: string, patient: string, start: string, practitioner = 'Adina') => ({
  name,
  patient,
  practitioner,
  chair: practitioner === 'Adina' ? 'Quay chair 1' : 'Quay chair 2',
  location: 'Quay',
  type: 'Polish',
  start,
  minutes: 30,
});

export const block = (page: Page, name: string) => page.locator(`[data-visit="${idOf(name)}"]`);

export const said = (page: Page, text: string | RegExp) =>
  page.getByRole('status').filter({ hasText: text });

export const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox();
  if (!box) throw new Error('it is not drawn');
  return box;
};

/** How high a quarter of an hour is drawn. */
export const quarter = 22;
