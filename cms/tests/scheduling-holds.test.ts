import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { addLocation, addPatient, idOf, signIn, weekdays } from '../../tests/support/schedule.ts';

// A Monday morning; the stories play on the Monday after.
const monday = '2027-03-08';
const at = (time: string) => `${monday}T${time}:00+02:00`;

describe('holding a time while one decides', () => {
  let clinic: Clinic;
  let mara: string;
  let ion: string;
  const call = (method: 'post' | 'delete', path: string, body: object = {}, token?: string) => {
    const sent = request(clinic.url)[method](`/api/scheduling/${path}`);
    if (token) sent.set('authorization', `Bearer ${token}`);
    return sent.send(body);
  };
  const visit = (start: string, more: object = {}) => ({
    appointmentType: idOf('Held visit'),
    location: idOf('Hill'),
    practitioner: idOf('Ana'),
    start,
    ...more,
  });
  const hold = (start: string, more: object = {}, token?: string) =>
    call('post', 'holds', visit(start, more), token);
  const free = async (practitioner: string) => {
    const { body } = await request(clinic.url)
      .get('/api/scheduling/slots')
      .query({
        appointmentType: idOf('Held visit'),
        location: idOf('Hill'),
        practitioner: idOf(practitioner),
        from: monday,
        days: '1',
      });
    return body.data.map(({ start }: { start: string }) => start.slice(11, 16));
  };
  const claims = async () =>
    (
      await clinic.db.query(
        `select source_kind as source, count(*)::int as n from time_claims
         where lower(during) >= '2027-03-08' and lower(during) < '2027-03-09' group by 1 order by 1`,
      )
    ).rows;
  /** As if so much time had passed for this hold. */
  const age = (id: string, interval: string) =>
    clinic.db.query(
      `with h as (update holds set expires_at = expires_at - $2::interval where id = $1 returning *)
       update time_claims set expires_at = h.expires_at from h where source_id = h.id`,
      [id, interval],
    );
  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: '2027-03-01T07:00:00Z' } });
    await addLocation(clinic.db, 'Hill', {
      zone: 'Europe/Bucharest',
      chairs: 2,
      practitioners: ['Ana', 'Bogdan'].map((name) => ({
        name,
        hours: weekdays.map((day) => [day, '09:00', '12:00'] as const),
      })),
      types: [{ name: 'Held visit', duration: 60, values: { slot_step: 60 } }],
    });
    for (const name of ['mara', 'ion']) await addPatient(clinic.db, name);
    mara = await signIn(clinic.url, 'mara');
    ion = await signIn(clinic.url, 'ion');
  });
  beforeEach(async () => {
    await clinic.db.query(`delete from time_claims where source_kind = 'hold'`);
    await clinic.db.query('delete from holds');
  });
  afterAll(() => clinic.close());

  test('a stranger holds a time: nobody else sees or gets it; released, it is free at once', async () => {
    const { body } = await hold(at('09:00')).expect(201);
    expect(body.data).toEqual({
      id: expect.stringMatching(/^[\w-]{22}$/),
      start: at('09:00'),
      end: at('10:00'),
      practitioner: idOf('Ana'),
      location: idOf('Hill'),
      appointmentType: idOf('Held visit'),
      expiresAt: expect.stringMatching(/^2027-03-01T07:0[5-9]/),
      extendable: true,
    });
    expect(await free('Ana')).toEqual(['10:00', '11:00']);
    expect((await hold(at('09:00')).expect(409)).body.error.code).toBe('SLOT_TAKEN');
    expect((await call('post', 'bookings', visit(at('09:00')), mara)).body.error.code).toBe(
      'SLOT_TAKEN',
    );
    await call('delete', `holds/${body.data.id}`).expect(200);
    expect(await free('Ana')).toEqual(['09:00', '10:00', '11:00']);
    expect(await claims()).toEqual([]);
    await call('post', `holds/${body.data.id}/release`).expect(200);
    const gone = await call('post', 'bookings', { hold: body.data.id }, mara).expect(409);
    expect(gone.body.error.code).toBe('HOLD_GONE');
  });

  test('a page that closes lets go with a beacon', async () => {
    const { body } = await hold(at('09:00')).expect(201);
    await request(clinic.url)
      .post(`/api/scheduling/holds/${body.data.id}/release`)
      .set('content-type', 'text/plain;charset=UTF-8')
      .send('')
      .expect(200);
    expect(await free('Ana')).toContain('09:00');
  });

  test('a hold becomes exactly its visit, once', async () => {
    const { body } = await hold(at('10:00')).expect(201);
    const key = { 'Idempotency-Key': 'held' };
    const book = () => call('post', 'bookings', { hold: body.data.id }, mara).set(key);
    const booked = await book().expect(201);
    expect(booked.body.data).toMatchObject({ start: at('10:00'), practitioner: idOf('Ana') });
    expect(await claims()).toEqual([{ source: 'appointment', n: 3 }]);
    expect((await book().expect(201)).body).toEqual(booked.body);
    const other = await call('post', 'bookings', { hold: body.data.id }, ion).expect(409);
    expect(other.body.error.code).toBe('SLOT_TAKEN');
    expect((await call('post', `holds/${body.data.id}/extend`).expect(409)).body.error.code).toBe(
      'HOLD_GONE',
    );
    await call('delete', `holds/${body.data.id}`).expect(200);
    expect(await claims()).toEqual([{ source: 'appointment', n: 3 }]);
    await call('post', `bookings/${booked.body.data.documentId}/cancel`, {}, mara).expect(200);
  });

  test('is extended once, and an expired one stands in nobody’s way', async () => {
    const { body } = await hold(at('09:00')).expect(201);
    const { id, expiresAt } = body.data;
    const longer = await call('post', `holds/${id}/extend`).expect(200);
    expect(Date.parse(longer.body.data.expiresAt) - Date.parse(expiresAt)).toBe(300_000);
    expect(longer.body.data.extendable).toBe(false);
    expect((await call('post', `holds/${id}/extend`).expect(409)).body.error.code).toBe(
      'ALREADY_EXTENDED',
    );
    await age(id, '11 minutes');
    expect(await free('Ana')).toContain('09:00');
    expect((await call('post', `holds/${id}/extend`).expect(409)).body.error.code).toBe(
      'HOLD_GONE',
    );
    const booked = await call('post', 'bookings', visit(at('09:00')), mara).expect(201);
    expect(await claims()).toEqual([{ source: 'appointment', n: 3 }]);
    const late = await call('post', 'bookings', { hold: id }, ion).expect(409);
    expect(late.body.error.code).toBe('SLOT_TAKEN');
    await call('post', `bookings/${booked.body.data.documentId}/cancel`, {}, mara).expect(200);
    // Its time is free again, so whoever was late is lucky.
    const lucky = await call('post', 'bookings', { hold: id }, ion).expect(201);
    await call('post', `bookings/${lucky.body.data.documentId}/cancel`, {}, ion).expect(200);
  });

  test('a third hold of one person takes the place of the first; another choice of its own', async () => {
    await hold(at('09:00'), {}, mara).expect(201);
    await hold(at('10:00'), {}, mara).expect(201);
    const third = await hold(at('11:00'), {}, mara).expect(201);
    expect(await free('Ana')).toEqual(['09:00']);
    await hold(at('11:00'), { replaces: third.body.data.id }, mara).expect(201);
    expect(await free('Ana')).toEqual(['09:00']);
  });

  test('one address holds six at most, whatever names it gives itself', async () => {
    const browser = (n: number) => ({ browser: `browser-number-${n}-0000` });
    for (const [n, name] of ['Ana', 'Bogdan'].entries())
      for (const [m, time] of ['09:00', '10:00', '11:00'].entries())
        await hold(at(time), { practitioner: idOf(name), ...browser(3 * n + m) }).expect(201);
    const { body } = await hold('2027-03-09T09:00:00+02:00', browser(7)).expect(429);
    expect(body.error.code).toBe('TOO_MANY_HOLDS');
    // Who holds two already only changes his mind.
    await hold('2027-03-09T09:00:00+02:00', browser(1)).expect(429);
  });

  test('anyone will do: whoever is free', async () => {
    const hers = await hold(at('09:00')).expect(201);
    const anyone = await hold(at('09:00'), { practitioner: undefined }).expect(201);
    expect(anyone.body.data.practitioner).not.toBe(hers.body.data.practitioner);
    const booked = await call(
      'post',
      'bookings',
      visit(at('11:00'), { practitioner: undefined }),
      mara,
    ).expect(201);
    expect([idOf('Ana'), idOf('Bogdan')]).toContain(booked.body.data.practitioner);
    const none = await hold(at('09:00'), { practitioner: undefined }).expect(409);
    expect(none.body.error.code).toBe('SLOT_TAKEN');
    await call('post', `bookings/${booked.body.data.documentId}/cancel`, {}, mara).expect(200);
  });

  test('thirty at once after one time: one holds it, no claim is left of the others', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => hold(at('09:00'))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(29).fill(409)]);
    expect(await claims()).toEqual([{ source: 'hold', n: 2 }]);
  });

  test.each([
    [{ start: at('09:20') }, 400, 'OFF_GRID'],
    [{ start: at('20:00') }, 400, 'OUTSIDE_HOURS'],
    [{ start: '2026-03-08T09:00:00+02:00' }, 400, 'SLOT_IN_PAST'],
    [{ start: 'soon' }, 400, 'VALIDATION_FAILED'],
    [{ browser: 'x' }, 400, 'VALIDATION_FAILED'],
    [{ location: 'nowhere' }, 404, 'UNKNOWN_LOCATION'],
    [{ practitioner: 'nobody' }, 404, 'UNKNOWN_PRACTITIONER'],
    [{ replaces: 7 }, 400, 'VALIDATION_FAILED'],
  ])('a hold with %j is refused and keeps nothing', async (more, status, code) => {
    const { body } = await hold(at('09:00'), more);
    expect([body.error?.status, body.error?.code]).toEqual([status, code]);
    expect(await claims()).toEqual([]);
  });
});
