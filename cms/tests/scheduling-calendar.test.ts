import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken } from '../../tests/support/people.ts';
import { addLocation, addPatient, idOf, signIn, weekdays } from '../../tests/support/schedule.ts';

const now = '2027-03-08T07:30:00Z';
const monday = '2027-03-08';

describe('the calendar', () => {
  let clinic: Clinic;
  let desk: string;
  const get = (path: string, token = desk) =>
    request(clinic.url).get(`/scheduling/${path}`).set('authorization', `Bearer ${token}`);
  const post = (path: string, body: object) =>
    request(clinic.url)
      .post(`/scheduling/${path}`)
      .set('authorization', `Bearer ${desk}`)
      .send(body);
  const book = (start: string, more: Record<string, unknown> = {}) =>
    post('appointments', {
      patient: idOf('rita'),
      appointmentType: idOf('Whitening'),
      location: idOf('North'),
      practitioner: idOf('Ioana'),
      start,
      ...more,
    });
  const statusOf = async (documentId: string) =>
    (
      await clinic.db.query(
        `select status, arrived_at as arrived, (select count(*)::int from time_claims where source_id = $1) as claims
         from appointments where document_id = $1`,
        [documentId],
      )
    ).rows[0];

  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: now } });
    const hours = weekdays.map((day) => [day, '09:00', '17:00'] as const);
    await addLocation(clinic.db, 'North', {
      zone: 'Europe/Bucharest',
      chairs: 2,
      practitioners: [
        { name: 'Ioana', hours },
        { name: 'Petru', hours },
      ],
      types: [{ name: 'Whitening', duration: 60 }],
    });
    for (const name of ['rita', 'sorin']) await addPatient(clinic.db, name);
    desk = await staffToken(clinic, 'clinic-admin');
  });
  afterAll(() => clinic.close());

  test('a sheet holds its local dates and nothing else, on both sides of a clock change', async () => {
    // On 28 March at 03:00 the clock leaps to 04:00.
    const days = ['2027-03-26T16:00:00+02:00', '2027-03-29T09:00:00+03:00'];
    for (const start of days) await book(start).expect(201);
    const sheet = async (from: string, length: number) =>
      (await get(`calendar?from=${from}&days=${length}&location=${idOf('North')}`).expect(200)).body
        .data;
    const starts = async (from: string, length: number) =>
      (await sheet(from, length)).appointments.map(({ start }: { start: string }) => start);
    expect(await starts('2027-03-26', 1)).toEqual(['2027-03-26T16:00:00+02:00']);
    expect(await starts('2027-03-27', 2)).toEqual([]);
    expect(await starts('2027-03-22', 7)).toEqual(['2027-03-26T16:00:00+02:00']);
    expect(await starts('2027-03-29', 7)).toEqual(['2027-03-29T09:00:00+03:00']);
    expect((await sheet('2027-03-29', 1)).practitioners[0].hours).toEqual([
      { start: '2027-03-29T09:00:00+03:00', end: '2027-03-29T17:00:00+03:00' },
    ]);
  });

  test('a month counts visits and the time that is worked, filtered as asked, and names no patient', async () => {
    await book('2027-04-05T09:00:00+03:00').expect(201);
    await book('2027-04-05T10:00:00+03:00', {
      patient: idOf('sorin'),
      practitioner: idOf('Petru'),
    }).expect(201);
    const month = async (filter = '') => {
      const { body, text } = await get(
        `month?from=2027-03-29&days=42&location=${idOf('North')}${filter}`,
      ).expect(200);
      expect(text).not.toContain('Storyteller');
      return body.data.dates.find(({ date }: { date: string }) => date === '2027-04-05');
    };
    expect(await month()).toMatchObject({ visits: 2, booked: 120, worked: 960 });
    expect(await month(`&practitioner=${idOf('Petru')}`)).toMatchObject({ visits: 1, worked: 480 });
    expect(await month('&status=pending')).toMatchObject({ visits: 0 });
    await get('month?from=2027-13-01').expect(400);
    await get(`month?from=2027-03-29&location=nowhere`).expect(404);
  });

  test('public holidays are named and nobody works on them, where the location keeps them', async () => {
    const keep = (country: string | null) =>
      clinic.db.query(
        'update locations set country = $2, observes_holidays = true where document_id = $1',
        [idOf('North'), country],
      );
    const first = async () =>
      (await get(`calendar?from=2027-12-01&days=1&location=${idOf('North')}`).expect(200)).body
        .data;
    await keep('RO');
    const { holidays, practitioners } = await first();
    expect(holidays).toEqual([
      { date: '2027-12-01', name: { en: expect.any(String), ro: expect.any(String) } },
    ]);
    expect(practitioners[0].hours).toEqual([]);
    const month = await get(`month?from=2027-11-29&location=${idOf('North')}`).expect(200);
    expect(month.body.data.dates[2]).toMatchObject({ worked: 0, holiday: holidays[0].name });
    await keep(null);
    expect(await first()).toMatchObject({ holidays: [] });
  });

  test('on a public holiday the sheet, the slots, the next free time and a booking agree; so they do when it is kept no more', async () => {
    const keep = (kept: boolean) =>
      clinic.db.query(
        `update locations set country = 'RO', observes_holidays = $2 where document_id = $1`,
        [idOf('North'), kept],
      );
    const wanted = `appointmentType=${idOf('Whitening')}&location=${idOf('North')}`;
    const nine = '2027-12-01T09:00:00+02:00';
    const asked = async () => {
      const [sheet, slots, next] = await Promise.all([
        get(`calendar?from=2027-12-01&days=1&location=${idOf('North')}`).expect(200),
        request(clinic.url)
          .get(`/api/scheduling/slots?${wanted}&from=2027-12-01&days=1`)
          .expect(200),
        // Saint Andrew's day before it is a holiday as well.
        get(`next-free?${wanted}&after=${encodeURIComponent('2027-11-30T00:00:00+02:00')}`).expect(
          200,
        ),
      ]);
      return {
        hours: sheet.body.data.practitioners.flatMap(({ hours }: { hours: unknown[] }) => hours)
          .length,
        slots: slots.body.data.length > 0,
        next: next.body.data.start,
      };
    };
    const visits = async () =>
      (await clinic.db.query('select count(*)::int as count from appointments')).rows[0].count;

    await keep(true);
    expect(await asked()).toEqual({ hours: 0, slots: false, next: '2027-12-02T09:00:00+02:00' });
    const before = await visits();
    const refused = await book(nine).expect(400);
    expect(refused.body.error.code).toBe('OUTSIDE_HOURS');
    expect(await visits()).toBe(before);

    await keep(false);
    expect(await asked()).toEqual({ hours: 2, slots: true, next: '2027-11-30T09:00:00+02:00' });
    await book(nine).expect(201);
  });

  test('jumps to the next free slot of a type, of a practitioner, after an instant', async () => {
    const next = async (more: string) =>
      (
        await get(
          `next-free?appointmentType=${idOf('Whitening')}&location=${idOf('North')}${more}`,
        ).expect(200)
      ).body.data;
    await book('2027-04-12T09:00:00+03:00').expect(201);
    const after = `&after=${encodeURIComponent('2027-04-12T00:00:00+03:00')}`;
    expect(await next(after)).toMatchObject({ start: '2027-04-12T09:00:00+03:00' });
    expect(await next(`${after}&practitioner=${idOf('Ioana')}`)).toMatchObject({
      start: '2027-04-12T10:00:00+03:00',
      practitioner: idOf('Ioana'),
    });
    await get(`next-free?appointmentType=nothing&location=${idOf('North')}`).expect(404);
    await get(`next-free?location=${idOf('North')}`).expect(400);
    const patient = await signIn(clinic.url, 'rita');
    await get(`next-free?appointmentType=x&location=y`, patient).expect(401);
  });

  test('the last step of a visit is taken back, time and claims with it; any other is refused', async () => {
    const { body } = await book(`${monday}T09:00:00+02:00`).expect(201);
    const visit = body.data.documentId;
    await post(`appointments/${visit}/status`, { to: 'arrived' }).expect(200);
    const { body: back } = await post(`appointments/${visit}/take-back`, { to: 'confirmed' });
    expect(back.data).toMatchObject({ status: 'confirmed', arrivedAt: null });
    const before = await statusOf(visit);
    const refused = await post(`appointments/${visit}/take-back`, { to: 'seated' });
    expect(refused.status).toBe(409);
    expect(refused.body.error.code).toBe('ILLEGAL_MOVE');
    expect(await statusOf(visit)).toEqual(before);
  });

  test('a visit missed by mistake takes its place again, unless that is taken meanwhile', async () => {
    const { body } = await book(`${monday}T09:15:00+02:00`, {
      practitioner: idOf('Petru'),
      patient: idOf('sorin'),
    }).expect(201);
    const visit = body.data.documentId;
    const miss = () => post(`appointments/${visit}/status`, { to: 'no-show' }).expect(200);
    const takeBack = () => post(`appointments/${visit}/take-back`, { to: 'confirmed' });
    await miss();
    expect(await statusOf(visit)).toMatchObject({ status: 'no-show', claims: 0 });
    await takeBack().expect(200);
    expect(await statusOf(visit)).toMatchObject({ status: 'confirmed', claims: 3 });
    await miss();
    await book(`${monday}T10:00:00+02:00`, {
      practitioner: idOf('Petru'),
      patient: idOf('rita'),
    }).expect(201);
    const before = await statusOf(visit);
    const { status, body: answer } = await takeBack();
    expect([status, answer.error.code]).toEqual([409, 'SLOT_TAKEN']);
    expect(await statusOf(visit)).toEqual(before);
  });
});
