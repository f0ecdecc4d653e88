import { io } from 'socket.io-client';
import request from 'supertest';
import { type Clinic, openClinic } from '../../tests/support/clinic.ts';
import { staffToken } from '../../tests/support/people.ts';
import { addLocation, addPatient, idOf, signIn, weekdays } from '../../tests/support/schedule.ts';

const now = '2027-03-08T07:30:00Z';
const monday = '2027-03-08';

describe('the desk', () => {
  let clinic: Clinic;
  let desk: string;
  let assistant: string;
  const call = (
    method: 'get' | 'post' | 'patch' | 'put' | 'delete',
    path: string,
    token = desk,
    body?: object,
  ) => {
    const asked = request(clinic.url)[method](path).set('authorization', `Bearer ${token}`);
    return body ? asked.send(body) : asked;
  };
  const visit = (start: string, more: Record<string, unknown> = {}) => ({
    patient: idOf('paula'),
    appointmentType: idOf('Filling'),
    location: idOf('South'),
    practitioner: idOf('Dan'),
    start,
    ...more,
  });
  const book = (start: string, more: Record<string, unknown> = {}, token = desk) =>
    call('post', '/scheduling/appointments', token, visit(start, more));
  const form = '/content-manager/collection-types/api::appointment.appointment';
  const counts = async () =>
    (
      await clinic.db.query(
        `select (select count(*)::int from appointments) as appointments,
                (select count(*)::int from time_claims) as claims`,
      )
    ).rows[0];
  const claimsOf = async (documentId: string) =>
    (
      await clinic.db.query(
        `select resource_kind as kind, to_char(lower(during) at time zone 'UTC', 'DD HH24:MI') as "from",
           to_char(upper(during) at time zone 'UTC', 'HH24:MI') as "to"
         from time_claims where source_id = $1 order by resource_kind`,
        [documentId],
      )
    ).rows;

  beforeAll(async () => {
    clinic = await openClinic({ variables: { CLOCK_START: now } });
    await addLocation(clinic.db, 'South', {
      zone: 'Europe/Bucharest',
      chairs: 1,
      practitioners: [
        { name: 'Dan', hours: weekdays.map((day) => [day, '09:00', '17:00'] as const) },
        { name: 'Eva', hours: weekdays.map((day) => [day, '09:00', '17:00'] as const) },
      ],
      types: [{ name: 'Filling', duration: 60, values: { buffer_after: 15 } }],
    });
    for (const name of ['paula', 'quentin', 'Ștefănița']) await addPatient(clinic.db, name);
    desk = await staffToken(clinic, 'clinic-admin');
    assistant = await staffToken(clinic, 'assistant');
  });
  afterAll(() => clinic.close());

  test('strangers, patients and roles without the permission are kept out', async () => {
    const before = await counts();
    await request(clinic.url).get('/scheduling/calendar').expect(401);
    const patient = await signIn(clinic.url, 'paula');
    await call('get', '/scheduling/calendar', patient).expect(401);
    await call('get', '/scheduling/calendar', assistant).expect(200);
    const { rows } = await clinic.db.query(
      `select count(*)::int as n from admin_permissions p join admin_permissions_role_lnk l on l.permission_id = p.id
       join admin_roles r on r.id = l.role_id
       where r.code = 'assistant' and p.action = 'plugin::scheduling.appointments.overbook'`,
    );
    if (rows[0].n === 0) {
      const refused = await book(
        `${monday}T21:00:00+02:00`,
        { overbooked: true, overbookReason: 'pain' },
        assistant,
      );
      expect(refused.status).toBe(403);
    }
    expect(await counts()).toEqual(before);
  });

  test('books at any minute, with a chair and its buffer claimed, and is told what is in the way', async () => {
    const { body } = await book(`${monday}T10:05:00+02:00`, { notes: 'Bring X-ray' }).expect(201);
    expect(body.data).toMatchObject({
      start: '2027-03-08T10:05:00+02:00',
      end: '2027-03-08T11:05:00+02:00',
      status: 'confirmed',
      moves: ['arrived', 'cancelled', 'no-show'],
      patient: { documentId: idOf('paula') },
      notes: 'Bring X-ray',
    });
    expect(await claimsOf(body.data.documentId)).toEqual([
      { kind: 'chair', from: '08 08:05', to: '09:20' },
      { kind: 'patient', from: '08 08:05', to: '09:05' },
      { kind: 'practitioner', from: '08 08:05', to: '09:20' },
    ]);
    const before = await counts();
    // Eva is free, the only chair is not.
    const taken = await book(`${monday}T11:10:00+02:00`, {
      practitioner: idOf('Eva'),
      patient: idOf('quentin'),
    }).expect(409);
    expect(taken.body.error.code).toBe('SLOT_TAKEN');
    expect(taken.body.error.details.alternatives[0]).toMatchObject({
      start: '2027-03-08T11:30:00+02:00',
      practitioner: idOf('Eva'),
    });
    const late = await book(`${monday}T20:00:00+02:00`).expect(400);
    expect(late.body.error.code).toBe('OUTSIDE_HOURS');
    expect(
      late.body.error.details.alternatives.map(
        ({ start, practitioner }: { start: string; practitioner: string }) =>
          start.startsWith(monday) && practitioner === idOf('Dan'),
      ),
    ).toEqual([true, true, true]);
    await book('2027-03-05T10:00:00+02:00').expect(400);
    await book(`${monday}T12:00:00+02:00`, { chair: 'no-chair' }).expect(400);
    await book(`${monday}T12:00:00+02:00`, { duration: 1 }).expect(400);
    expect(await counts()).toEqual(before);
  });

  test('overbooks with a reason, and only then', async () => {
    const before = await counts();
    const bare = await book(`${monday}T10:15:00+02:00`, {
      patient: idOf('quentin'),
      overbooked: true,
    }).expect(400);
    expect(bare.body.error.code).toBe('OVERBOOK_REASON_MISSING');
    expect(await counts()).toEqual(before);
    const { body } = await book(`${monday}T10:15:00+02:00`, {
      patient: idOf('quentin'),
      overbooked: true,
      overbookReason: 'Pain',
    }).expect(201);
    expect(body.data).toMatchObject({ overbooked: true, overbookReason: 'Pain' });
    // Moved to a free place it is overbooked no more.
    const moved = await call('patch', `/scheduling/appointments/${body.data.documentId}`, desk, {
      start: `${monday}T13:00:00+02:00`,
    }).expect(200);
    expect(moved.body.data).toMatchObject({ overbooked: false, overbookReason: null });
  });

  test('a visit passes through its day; illegal moves name the possible ones', async () => {
    const { body } = await book('2027-03-09T09:00:00+02:00').expect(201);
    const path = `/scheduling/appointments/${body.data.documentId}`;
    const go = (to: string, more = {}) => call('post', `${path}/status`, desk, { to, ...more });
    const early = await go('completed').expect(409);
    expect(early.body.error).toMatchObject({
      code: 'ILLEGAL_MOVE',
      details: { possible: ['arrived', 'cancelled', 'no-show'] },
    });
    expect((await go('no-show').expect(409)).body.error.code).toBe('NOT_YET');
    expect((await go('arrived').expect(200)).body.data.arrivedAt).toMatch(/^2027-03-08T09:3/);
    expect((await go('confirmed').expect(200)).body.data.arrivedAt).toBeNull();
    await go('arrived').expect(200);
    const late = await call('patch', path, desk, { start: '2027-03-09T10:00:00+02:00' }).expect(
      409,
    );
    expect(late.body.error.code).toBe('ILLEGAL_MOVE');
    await go('seated').expect(200);
    const done = await go('completed').expect(200);
    expect(done.body.data).toMatchObject({ status: 'completed', moves: [] });
    expect(await claimsOf(body.data.documentId)).toHaveLength(3);
    await go('nonsense').expect(400);
    await call('post', '/scheduling/appointments/nothing/status', desk, { to: 'arrived' }).expect(
      404,
    );
  });

  test('drags to another time and practitioner; a taken place moves nothing', async () => {
    const { body } = await book('2027-03-10T09:00:00+02:00').expect(201);
    await book('2027-03-10T12:00:00+02:00', { patient: idOf('quentin') }).expect(201);
    const path = `/scheduling/appointments/${body.data.documentId}`;
    const before = await claimsOf(body.data.documentId);
    await call('patch', path, desk, { start: '2027-03-10T11:30:00+02:00' }).expect(409);
    expect(await claimsOf(body.data.documentId)).toEqual(before);
    const moved = await call('patch', path, desk, {
      start: '2027-03-10T10:30:00+02:00',
      duration: 30,
      practitioner: idOf('Eva'),
    }).expect(200);
    expect(moved.body.data).toMatchObject({
      start: '2027-03-10T10:30:00+02:00',
      end: '2027-03-10T11:00:00+02:00',
      practitioner: idOf('Eva'),
    });
  });

  test('the sheet shows the day: appointments, columns, hours, time off', async () => {
    await clinic.db.query(
      `with o as (insert into time_offs (document_id, kind, starts_at, ends_at, reason, created_at, updated_at, published_at)
         values ('off-dan', 'training', '2027-03-08 12:00', '2027-03-08 13:00', 'Course', now(), now(), now()) returning id)
       insert into time_offs_practitioner_lnk (time_off_id, practitioner_id)
       select o.id, p.id from o, practitioners p where p.document_id = $1`,
      [idOf('Dan')],
    );
    const { body } = await call(
      'get',
      `/scheduling/calendar?from=${monday}&days=1&location=${idOf('South')}`,
    ).expect(200);
    expect(body.data.appointments.map((a: { start: string }) => a.start)).toEqual([
      '2027-03-08T10:05:00+02:00',
      '2027-03-08T13:00:00+02:00',
    ]);
    expect(body.data.practitioners[0]).toMatchObject({
      documentId: idOf('Dan'),
      hours: [
        { start: '2027-03-08T09:00:00+02:00', end: '2027-03-08T14:00:00+02:00' },
        { start: '2027-03-08T15:00:00+02:00', end: '2027-03-08T17:00:00+02:00' },
      ],
    });
    expect(body.data.chairs).toHaveLength(1);
    expect(body.data.timeOff).toContainEqual(
      expect.objectContaining({ practitioner: idOf('Dan'), kind: 'training', reason: 'Course' }),
    );
    const today = await call('get', `/scheduling/today?location=${idOf('South')}`).expect(200);
    expect(today.body.data.counts.confirmed).toBe(2);
    expect(today.body.data.appointments[0].practitionerName).toBe('Dr. Dan Test');
    await call('get', '/scheduling/calendar?location=nowhere').expect(404);
    await call('get', '/scheduling/calendar?from=2027-02-29').expect(400);
    await call('get', '/scheduling/calendar?from=9999-01-01').expect(400);
    await call('get', '/scheduling/calendar?days=43').expect(400);
    const resources = await call('get', '/scheduling/resources').expect(200);
    expect(resources.body.data.appointmentTypes).toContainEqual(
      expect.objectContaining({ documentId: idOf('Filling'), duration: 60 }),
    );
  });

  test('finds patients by parts of a name without its accents, by phone and by e-mail', async () => {
    const find = async (q: string) =>
      (
        await call('get', `/scheduling/patients?q=${encodeURIComponent(q)}`).expect(200)
      ).body.data.map((patient: { documentId: string }) => patient.documentId);
    expect(await find('stefanita')).toEqual([idOf('Ștefănița')]);
    expect(await find('Storyteller paula')).toEqual([idOf('paula')]);
    expect(await find('0721 000 000')).toContain(idOf('paula'));
    expect(await find('quentin@stories')).toEqual([idOf('quentin')]);
    expect(await find('100%')).toEqual([]);
    expect(await find('x')).toEqual([]);
  });

  test("the panel's own form passes the same door", async () => {
    const connect = (name: string) => ({ connect: [{ documentId: idOf(name) }] });
    const data = (startsAt: string, more = {}) => ({
      patient: connect('paula'),
      practitioner: connect('Dan'),
      location: connect('South'),
      appointmentType: connect('Filling'),
      startsAt,
      ...more,
    });
    const before = await counts();
    const bare = await call('post', form, desk, { startsAt: '2027-03-11T08:00:00.000Z' });
    expect([bare.status, bare.body.error.code]).toEqual([400, 'INCOMPLETE_APPOINTMENT']);
    const past = await call('post', form, desk, data('2027-03-04T08:00:00.000Z'));
    expect([past.status, past.body.error.code]).toEqual([400, 'SLOT_IN_PAST']);
    expect(await counts()).toEqual(before);

    const made = await call(
      'post',
      form,
      desk,
      data('2027-03-11T08:00:00.000Z', { status: 'pending' }),
    );
    expect(made.status).toBe(201);
    const id = made.body.data.documentId;
    expect(made.body.data).toMatchObject({ endsAt: '2027-03-11T09:00:00.000Z', status: 'pending' });
    expect(await claimsOf(id)).toHaveLength(3);
    const taken = await call(
      'post',
      form,
      desk,
      data('2027-03-11T08:30:00.000Z', { patient: connect('quentin') }),
    );
    expect([taken.status, taken.body.error.code]).toEqual([409, 'SLOT_TAKEN']);
    expect(taken.body.error.details.alternatives).toHaveLength(3);

    const moved = await call('put', `${form}/${id}`, desk, {
      startsAt: '2027-03-11T10:00:00.000Z',
    });
    expect(moved.status).toBe(200);
    expect(moved.body.data.endsAt).toBe('2027-03-11T11:00:00.000Z');
    expect((await claimsOf(id))[1]).toEqual({ kind: 'patient', from: '11 10:00', to: '11:00' });

    const leap = await call('put', `${form}/${id}`, desk, { status: 'completed' });
    expect([leap.status, leap.body.error.code]).toEqual([409, 'ILLEGAL_MOVE']);
    const off = await call('put', `${form}/${id}`, desk, { status: 'cancelled' });
    expect(off.status).toBe(200);
    expect(await claimsOf(id)).toEqual([]);
  });

  test('a visit to come is not deleted, so that its patient is told: it is cancelled first', async () => {
    const { body } = await book('2027-03-12T10:00:00+02:00').expect(201);
    const { documentId } = body.data;
    const before = await counts();
    const boss = await staffToken(clinic, 'strapi-super-admin');
    const refused = await call('delete', `${form}/${documentId}`, boss);
    expect([refused.status, refused.body.error.code]).toEqual([409, 'VISIT_AHEAD']);
    expect(refused.body.error.message).toContain('Cancel it first');
    const several = await call('post', `${form}/actions/bulkDelete`, boss, {
      documentIds: [documentId],
    });
    expect(several.status).toBe(409);
    expect(await counts()).toEqual(before);
    const step = `/scheduling/appointments/${documentId}/status`;
    await call('post', step, desk, { to: 'cancelled', reason: 'has a cold' }).expect(200);
    await call('delete', `${form}/${documentId}`).expect(403);
    await call('delete', `${form}/${documentId}`, boss).expect(200);
    expect((await counts()).appointments).toBe(before.appointments - 1);
    expect(await claimsOf(documentId)).toEqual([]);
  });

  test('what is sent twice under one key is booked once', async () => {
    const under = (body: object) =>
      call('post', '/scheduling/appointments', desk, body).set('idempotency-key', 'twice');
    const wanted = visit('2027-03-12T12:00:00+02:00');
    const first = await under(wanted).expect(201);
    const before = await counts();
    const again = await under(wanted).expect(201);
    expect(again.body.data.documentId).toBe(first.body.data.documentId);
    const other = await under(visit('2027-03-12T14:00:00+02:00'));
    expect([other.status, other.body.error.code]).toEqual([409, 'IDEMPOTENCY_MISMATCH']);
    expect(await counts()).toEqual(before);
  });

  test('open calendars hear of each change; strangers hear nothing', async () => {
    const stranger = io(clinic.url, { path: '/scheduling/live', auth: { token: 'x' } });
    await expect(
      new Promise((resolve) => {
        stranger.on('connect_error', (error) => resolve(error.message));
        stranger.on('connect', () => resolve('let in'));
      }),
    ).resolves.toBe('SIGN_IN_REQUIRED');
    stranger.close();
    const window = io(clinic.url, { path: '/scheduling/live', auth: { token: desk } });
    await new Promise((resolve) => window.on('connect', () => resolve(undefined)));
    const heard = new Promise((resolve) => window.once('calendar.changed', resolve));
    await book('2027-03-15T10:00:00+02:00').expect(201);
    expect(await heard).toEqual({ location: idOf('South') });
    window.close();
  });
});
