import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { addLocation, addPatient, idOf, signIn, weekdays } from '../../tests/support/schedule.ts';

// A Monday morning; the stories play on the Monday after.
const now = '2027-03-01T07:00:00Z';
const monday = '2027-03-08';

describe('booking a visit', () => {
  let clinic: Clinic;
  let mara: string;
  let ion: string;
  const visit = (start: string, more: Record<string, unknown> = {}) => ({
    appointmentType: idOf('Checkup'),
    location: idOf('North'),
    practitioner: idOf('Ana'),
    start,
    ...more,
  });
  const post = (path: string, token: string | null, body: object, headers = {}) => {
    const call = request(clinic.url).post(`/api/scheduling/${path}`).set(headers);
    return (token ? call.set('authorization', `Bearer ${token}`) : call).send(body);
  };
  const slots = (query: Record<string, string>) =>
    request(clinic.url)
      .get('/api/scheduling/slots')
      .query({ appointmentType: idOf('Checkup'), location: idOf('North'), from: monday, ...query });
  const counts = async () => {
    const { rows } = await clinic.db.query(
      `select (select count(*)::int from appointments) as appointments,
              (select count(*)::int from time_claims) as claims`,
    );
    return rows[0] as { appointments: number; claims: number };
  };

  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: now } });
    await addLocation(clinic.db, 'North', {
      zone: 'Europe/Bucharest',
      chairs: 2,
      practitioners: [
        { name: 'Ana', hours: weekdays.map((day) => [day, '09:00', '12:00'] as const) },
        { name: 'Bogdan', hours: weekdays.map((day) => [day, '10:00', '14:00'] as const) },
      ],
      types: [
        { name: 'Checkup', duration: 30 },
        { name: 'Implant', duration: 60, values: { online_bookable: false } },
      ],
    });
    await addLocation(clinic.db, 'Empty', {
      zone: 'Europe/Bucharest',
      chairs: 0,
      practitioners: [],
      types: [],
    });
    await addPatient(clinic.db, 'mara');
    await addPatient(clinic.db, 'ion');
    mara = await signIn(clinic.url, 'mara');
    ion = await signIn(clinic.url, 'ion');
  });
  afterAll(() => clinic.close());

  test('a visitor sees free slots with the offset of the place, also across a clock change', async () => {
    const { body } = await slots({ days: '1', practitioner: idOf('Ana') }).expect(200);
    expect(body.meta).toEqual({ zone: 'Europe/Bucharest' });
    expect(body.data[0]).toEqual({
      start: '2027-03-08T09:00:00+02:00',
      end: '2027-03-08T09:30:00+02:00',
      practitioner: idOf('Ana'),
      location: idOf('North'),
    });
    expect(body.data).toHaveLength(11);
    const summer = await slots({ from: '2027-03-26', days: '4' }).expect(200);
    const firsts = summer.body.data.map(({ start }: { start: string }) => start);
    expect(firsts).toContain('2027-03-26T09:00:00+02:00');
    expect(firsts).toContain('2027-03-29T09:00:00+03:00');
  });

  test('a location without hours has none, wherever in time one looks', async () => {
    await slots({ location: idOf('Empty') }).expect(200, {
      data: [],
      meta: { zone: 'Europe/Bucharest' },
    });
    for (const from of ['0001-01-01', '9999-12-31', '2027-02-01'])
      await slots({ from, days: '1' }).expect(200, {
        data: [],
        meta: { zone: 'Europe/Bucharest' },
      });
  });

  test.each([
    [{ from: '2027-02-30' }, 400, 'VALIDATION_FAILED'],
    [{ from: 'tomorrow' }, 400, 'VALIDATION_FAILED'],
    [{ from: '' }, 400, 'VALIDATION_FAILED'],
    [{ days: '0' }, 400, 'VALIDATION_FAILED'],
    [{ days: '93' }, 400, 'VALIDATION_FAILED'],
    [{ days: '-1' }, 400, 'VALIDATION_FAILED'],
    [{ days: '1e9' }, 400, 'VALIDATION_FAILED'],
    [{ location: '' }, 400, 'VALIDATION_FAILED'],
    [{ location: "x' or 1=1" }, 404, 'UNKNOWN_LOCATION'],
    [{ appointmentType: 'nothing' }, 404, 'UNKNOWN_APPOINTMENT_TYPE'],
    [{ practitioner: 'nobody' }, 404, 'UNKNOWN_PRACTITIONER'],
  ])('slots with %j are answered in words', async (query, status, code) => {
    const { body } = await slots(query as Record<string, string>).expect(status);
    expect(body.error.code).toBe(code);
  });

  test('a patient books; appointment, claims, event and audit entry appear together', async () => {
    const before = await counts();
    const { body } = await post('bookings', mara, visit(`${monday}T09:00:00+02:00`)).expect(201);
    expect(body.data).toEqual({
      documentId: expect.any(String),
      status: 'confirmed',
      start: '2027-03-08T09:00:00+02:00',
      end: '2027-03-08T09:30:00+02:00',
      practitioner: idOf('Ana'),
      location: idOf('North'),
      appointmentType: idOf('Checkup'),
    });
    const after = await counts();
    expect(after).toEqual({ appointments: before.appointments + 1, claims: before.claims + 3 });
    const { rows } = await clinic.db.query(
      'select action from audit_entries where subject_id = $1',
      [body.data.documentId],
    );
    expect(rows).toEqual([{ action: 'appointment.booked' }]);
    const free = await slots({ days: '1', practitioner: idOf('Ana') });
    expect(free.body.data[0].start).toBe('2027-03-08T09:30:00+02:00');
  });

  test('a taken slot is refused with the three nearest, and nothing changes', async () => {
    const before = await counts();
    const { body } = await post('bookings', ion, visit(`${monday}T09:00:00+02:00`)).expect(409);
    expect(body.error).toMatchObject({ status: 409, name: 'ConflictError', code: 'SLOT_TAKEN' });
    expect(body.error.details.alternatives.map((a: { start: string }) => a.start)).toEqual([
      '2027-03-08T09:30:00+02:00',
      '2027-03-08T09:45:00+02:00',
      '2027-03-08T10:00:00+02:00',
    ]);
    expect(await counts()).toEqual(before);
    const [offered] = body.error.details.alternatives;
    await post('bookings', ion, visit(offered.start)).expect(201);
  });

  test('the same key is the same booking, with another body it is refused', async () => {
    const key = { 'Idempotency-Key': 'once' };
    const body = visit(`${monday}T10:00:00+02:00`);
    const first = await post('bookings', ion, body, key).expect(201);
    const before = await counts();
    const again = await post('bookings', ion, body, key).expect(201);
    expect(again.body).toEqual(first.body);
    const other = await post('bookings', ion, visit(`${monday}T10:30:00+02:00`), key).expect(409);
    expect(other.body.error.code).toBe('IDEMPOTENCY_MISMATCH');
    const both = await Promise.all(
      [1, 2].map(() =>
        post('bookings', mara, visit(`${monday}T11:00:00+02:00`), { 'Idempotency-Key': 'twin' }),
      ),
    );
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both[0]?.body).toEqual(both[1]?.body);
    expect(await counts()).toEqual({
      appointments: before.appointments + 1,
      claims: before.claims + 3,
    });
  });

  test('nobody is in two places: a patient busy elsewhere is told so', async () => {
    const { body } = await post('bookings', mara, {
      ...visit(`${monday}T11:00:00+02:00`),
      practitioner: idOf('Bogdan'),
    }).expect(409);
    expect(body.error.code).toBe('PATIENT_BUSY');
  });

  test.each([
    [{ start: '2026-03-08T09:00:00+02:00' }, 400, 'SLOT_IN_PAST'],
    [{ start: `${monday}T20:00:00+02:00` }, 400, 'OUTSIDE_HOURS'],
    [{ start: '2027-03-07T09:00:00+02:00' }, 400, 'OUTSIDE_HOURS'],
    [{ start: `${monday}T11:45:00+02:00` }, 400, 'OUTSIDE_HOURS'],
    [{ start: `${monday}T11:20:00+02:00` }, 400, 'OFF_GRID'],
    [{ start: '2029-03-05T09:00:00+02:00' }, 400, 'TOO_FAR_AHEAD'],
    [{ start: '+275760-01-01T09:00:00Z' }, 400, 'TOO_FAR_AHEAD'],
    [{ start: '-200000-01-01T09:00:00Z' }, 400, 'SLOT_IN_PAST'],
    [{ start: `${monday}T09:00` }, 400, 'VALIDATION_FAILED'],
    [{ start: 5 }, 400, 'VALIDATION_FAILED'],
    [{ start: undefined }, 400, 'VALIDATION_FAILED'],
    [{ end: `${monday}T12:15:00+02:00` }, 400, 'WRONG_DURATION'],
    [{ appointmentType: idOf('Implant') }, 403, 'NOT_BOOKABLE_ONLINE'],
    [{ appointmentType: 'nothing' }, 404, 'UNKNOWN_APPOINTMENT_TYPE'],
    [{ location: 'nowhere' }, 404, 'UNKNOWN_LOCATION'],
    [{ location: idOf('Empty') }, 400, 'PRACTITIONER_NOT_SUITABLE'],
    [{ practitioner: 'nobody' }, 404, 'UNKNOWN_PRACTITIONER'],
    [{ practitioner: null }, 400, 'VALIDATION_FAILED'],
    [{ reason: 7 }, 400, 'VALIDATION_FAILED'],
  ])('a booking with %j is refused and changes nothing', async (more, status, code) => {
    const before = await counts();
    const { body } = await post(
      'bookings',
      ion,
      visit(`${monday}T11:30:00+02:00`, more as Record<string, unknown>),
    );
    expect([body.error.status, body.error.code]).toEqual([status, code]);
    expect(await counts()).toEqual(before);
  });

  test.each([
    ['past', '2026-03-08T09:00:00+02:00', '2027-03-01T09:'],
    ['outside the hours', `${monday}T20:00:00+02:00`, monday],
    ['off the grid', `${monday}T11:20:00+02:00`, monday],
    ['two years ahead', '2029-03-05T09:00:00+02:00', '2028-02-29T11:30'],
    ['in another age', '+275760-01-01T09:00:00Z', '2028-02-29T11:30'],
  ])('who wants a time that is %s is offered the nearest ones', async (_, start, nearest) => {
    const { body } = await post('bookings', ion, visit(start)).expect(400);
    const { alternatives } = body.error.details;
    expect(alternatives).toHaveLength(3);
    expect(alternatives[0].start).toContain(nearest);
  });

  test('where no chair is in use the refusal names it, and offers nothing that cannot be had', async () => {
    await clinic.db.query(`update chairs set active = false where document_id = any($1)`, [
      [idOf('North chair 1'), idOf('North chair 2')],
    ]);
    const { body } = await post('bookings', ion, visit(`${monday}T11:30:00+02:00`)).expect(400);
    await clinic.db.query(`update chairs set active = true where document_id = any($1)`, [
      [idOf('North chair 1'), idOf('North chair 2')],
    ]);
    expect(body.error.code).toBe('CHAIR_NOT_SUITABLE');
    expect(body.error.details.alternatives).toEqual([]);
  });

  test('a stranger is asked to sign in; a broken token and a broken body never break the server', async () => {
    const before = await counts();
    expect([401, 403]).toContain(
      (await post('bookings', null, visit(`${monday}T11:30:00+02:00`))).status,
    );
    await post('bookings', 'nonsense', visit(`${monday}T11:30:00+02:00`)).expect(401);
    await request(clinic.url)
      .post('/api/scheduling/bookings')
      .set('authorization', `Bearer ${ion}`)
      .set('content-type', 'application/json')
      .send('{"start":')
      .expect(400);
    expect(await counts()).toEqual(before);
  });

  test("somebody else's visit does not exist", async () => {
    const own = await request(clinic.url)
      .get('/api/scheduling/bookings')
      .set('authorization', `Bearer ${mara}`)
      .expect(200);
    const [visitOfMara] = own.body.data;
    expect(visitOfMara).toMatchObject({ upcoming: true, changeable: true, locationName: 'North' });
    const before = await counts();
    await request(clinic.url)
      .get(`/api/scheduling/bookings/${visitOfMara.documentId}`)
      .set('authorization', `Bearer ${ion}`)
      .expect(404);
    for (const verb of ['cancel', 'reschedule'])
      await post(`bookings/${visitOfMara.documentId}/${verb}`, ion, {
        start: `${monday}T11:30:00+02:00`,
      }).expect(404);
    expect(await counts()).toEqual(before);
  });

  test('a patient moves a visit, then cancels it, and each time frees what it held', async () => {
    const start = '2027-03-09T09:00:00+02:00';
    const booked = await post('bookings', mara, visit(start)).expect(201);
    const path = `bookings/${booked.body.data.documentId}`;
    const moved = await post(`${path}/reschedule`, mara, {
      start: '2027-03-09T10:15:00+02:00',
      practitioner: idOf('Bogdan'),
    }).expect(200);
    expect(moved.body.data).toMatchObject({
      start: '2027-03-09T10:15:00+02:00',
      practitioner: idOf('Bogdan'),
    });
    await post('bookings', ion, visit(start)).expect(201);
    const taken = await post(`${path}/reschedule`, mara, {
      start,
      practitioner: idOf('Ana'),
    }).expect(409);
    expect(taken.body.error.code).toBe('SLOT_TAKEN');
    expect(taken.body.error.details.alternatives).toHaveLength(3);
    const before = await counts();
    const cancelled = await post(`${path}/cancel`, mara, { reason: 'travelling' }).expect(200);
    expect(cancelled.body.data).toMatchObject({ status: 'cancelled', cancelReason: 'travelling' });
    expect(await counts()).toEqual({ ...before, claims: before.claims - 3 });
    const again = await post(`${path}/cancel`, mara, {}).expect(409);
    expect(again.body.error).toMatchObject({ code: 'ILLEGAL_MOVE', details: { possible: [] } });
    const late = await post(`${path}/reschedule`, mara, { start: '2027-03-10T09:00:00+02:00' });
    expect(late.body.error.code).toBe('ILLEGAL_MOVE');
  });

  test('within the cancellation window only the clinic changes a visit', async () => {
    const booked = await post('bookings', mara, visit('2027-03-01T11:30:00+02:00')).expect(201);
    const { body } = await post(`bookings/${booked.body.data.documentId}/cancel`, mara, {}).expect(
      409,
    );
    expect(body.error.code).toBe('TOO_LATE');
  });

  test('what the admin changes is offered at once', async () => {
    await clinic.db.query('update appointment_types set duration = 45 where document_id = $1', [
      idOf('Checkup'),
    ]);
    const { body } = await slots({ from: '2027-03-12', days: '1', practitioner: idOf('Ana') });
    expect(body.data[0].end).toBe('2027-03-12T09:45:00+02:00');
    await clinic.db.query('update appointment_types set duration = 30 where document_id = $1', [
      idOf('Checkup'),
    ]);
  });

  test('the catalogue shows what can be booked online and nobody private', async () => {
    const { body } = await request(clinic.url).get('/api/scheduling/catalogue').expect(200);
    const names = body.data.appointmentTypes.map(({ name }: { name: string }) => name);
    expect(names).toContain('Checkup');
    expect(names).not.toContain('Implant');
    expect(JSON.stringify(body)).not.toMatch(/stories\.test|staffUser|email":"mara/);
    await request(clinic.url).get('/api/scheduling/catalogue?language=xx').expect(400);
  });

  test('the catalogue tells when each place has somebody to book, whoever it is', async () => {
    await addLocation(clinic.db, 'Corner', {
      zone: 'Europe/Bucharest',
      chairs: 1,
      practitioners: [
        {
          name: 'Carmen',
          hours: [
            ['monday', '09:00', '12:00'],
            ['monday', '11:00', '15:00'],
            ['friday', '22:00', '02:00'],
          ],
        },
        {
          name: 'Dan',
          hours: [
            ['monday', '14:00', '18:00'],
            ['monday', '16:00', '17:00'],
            ['tuesday', '06:15', '07:00'],
          ],
        },
      ],
      types: [{ name: 'Corner visit', duration: 30 }],
    });
    await clinic.db.query(
      `update working_hours_entries set is_available = false where start_time = '16:00' and end_time = '17:00'`,
    );
    await clinic.db.query(
      `update working_hours_entries set valid_until = '2027-02-28' where start_time = '06:15'`,
    );
    const { body } = await request(clinic.url).get('/api/scheduling/catalogue').expect(200);
    const hoursOf = (name: string) =>
      body.data.locations.find((place: { name: string }) => place.name === name).hours;
    expect(hoursOf('Corner')).toEqual([
      { dayOfWeek: 1, startTime: '09:00', endTime: '16:00' },
      { dayOfWeek: 1, startTime: '17:00', endTime: '18:00' },
      { dayOfWeek: 5, startTime: '22:00', endTime: '02:00' },
    ]);
    expect(hoursOf('North')).toEqual(
      [1, 2, 3, 4, 5].map((dayOfWeek) => ({ dayOfWeek, startTime: '09:00', endTime: '14:00' })),
    );
    expect(hoursOf('Empty')).toEqual([]);
  });
});
